import { sliceMarked } from '../../../shared/model/inline-mark'
import type { ParsedBlock } from '../parsed'

/** Lines that tell when and where a text was published. */
const dateLines: readonly RegExp[] = [
  /^(date|time|updated|published|发布时间|发布日期|日期|时间|来源)\s*[:：].{0,120}$/i,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2})?)?\s*(\d+\s+)?(by\b.{0,60})?$/i
]

/** Lines that belong to the page and not to the text, wherever they stand. */
const patterns: readonly RegExp[] = [
  ...dateLines,
  /all rights reserved|copyright\s*©|©\s*\d{4}|版权所有/i,
  /^(?!.*[.。!?]$).*\b(privacy (statement|policy)|terms of use)\b/i,
  /\bICP\s*备|\bICP\b.{0,20}\d{4,}|record no\.?\s*:|备案号|total visits\s*[:：]|访问量\s*[:：]/i,
  /^posted (in|on|by)\b.{0,120}$/i,
  /^(home\s*(page)?\s*(contact us|[>|·›»])|首页\s*[>|·›»])/i,
  /^[^.。!?！？<>]{1,30}(\s+[>›»]\s+[^.。!?！？<>]{1,30}){1,6}$/,
  /^(you are here|current location|当前位置)\s*[:：>›»]/i,
  /^[（(]?\s*(photo|picture|image|photographed)\s*(by|\/|:)|^[（(]\s*(摄影|图)\s*[/／:：]/i,
  /^[（(]\s*(reporter|editor|responsible editor|editor in charge|source|author)s?\b\s*[:：]?/i,
  /^(?!.*[.?!]$)(reporter|editor|responsible editor|editor in charge|source|author)s?\b\s*[:：].{0,100}$/i,
  /^[（(]?\s*(责任编辑|编辑|来源)\s*[:：](?!.*[。？！]$).{0,60}$/,
  /^[（(]\s*(记者|作者)\s*[:：]?.{0,60}[)）]$/,
  /^(share|sharing|print|close|previous|next)( (this|article|page|post|window|story|on \w+)){0,2}\s*([:：|>»].{0,80})?$/i,
  /^related (news|articles|links)\b.{0,40}$/i,
  /^(分享(到|至)?|打印(本页)?|关闭(窗口)?|(上|下)一篇|相关(新闻|链接))\s*([:：|>»].{0,80})?$/
]

export function isFurnitureLine(text: string): boolean {
  return text.length < 400 && patterns.some((pattern) => pattern.test(text))
}

/** Whether a line does nothing but tell date, author or source. */
export function isDateLine(text: string): boolean {
  return text.length < 400 && dateLines.some((pattern) => pattern.test(text))
}

/**
 * A run of reporters' and editors' lines that is glued to the end of a paragraph becomes a block of its own,
 * so that it can be marked. No character is changed; the white space between the two becomes the block border.
 */
export function splitTrailingCredits(block: ParsedBlock): ParsedBlock[] {
  const match =
    /(?<!\s)\s+(?=[（(](?:Reporter|Editor|Responsible editor|Source|Photo|记者|编辑|责任编辑)[^()（）]*[)）])/i.exec(
      block.text
    )
  if (!match || block.kind !== 'paragraph' || match.index < 60) return [block]
  const rest = block.text.slice(match.index + match[0].length)
  if (rest.length > 240) return [block]
  return [
    sliceMarked(block, 0, match.index),
    { ...sliceMarked(block, match.index + match[0].length), furniture: true }
  ]
}
