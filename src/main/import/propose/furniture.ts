import { sliceMarked } from '../../../shared/model/inline-mark'
import type { ParsedBlock } from '../parsed'

/** Lines that belong to the page and not to the text, wherever they stand. */
const patterns: readonly RegExp[] = [
  /all rights reserved|copyright\s*©|©\s*\d{4}|版权所有|privacy (statement|policy)|terms of use/i,
  /\bICP\b|record no\.?\s*:|备案号|total visits|访问量/i,
  /^posted (in|on|by)\b/i,
  /^(home\s*(page)?\s*(contact us|[>|·›»])|首页\s*[>|·›»])/i,
  /^(you are here|current location|当前位置)\b/i,
  /^(date|time|updated|published|发布时间|日期|来源)\s*[:：].{0,120}$/i,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2})?)?\s*(\d+\s+)?(by\b.{0,60})?$/i,
  /^[（(]?\s*(photo|picture|image|photographed)\s*(by|\/|:)|^[（(]\s*(摄影|图)\s*[/／:：]/i,
  /^[（(]?\s*(reporter|editor|responsible editor|editor in charge|source|author)s?\b\s*[:：]/i,
  /^[（(]?\s*(责任编辑|编辑|记者|来源|作者)\s*[:：]/,
  /^(share|sharing|print|close|previous|next|related (news|articles|links))\b.{0,40}$/i,
  /^(分享|打印|关闭|上一篇|下一篇|相关(新闻|链接))/
]

export function isFurnitureLine(text: string): boolean {
  return text.length < 400 && patterns.some((pattern) => pattern.test(text))
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
