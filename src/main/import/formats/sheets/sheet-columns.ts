import type { SheetColumns } from '../../../../shared/model/sheet-columns'
import type { StatedMetadata } from '../../parsed'
import { widthOf } from '../text-width'

const names: Readonly<Record<keyof StatedMetadata | 'text', RegExp>> = {
  text: /^(text|content|body|full ?text|passage|answer|response|comment|transcript|quote|正文|内容|文本|全文|回答|答案|评论|留言)$/i,
  title: /^(title|name|heading|headline|标题|题目|名称)$/i,
  language: /^(lang|language|语言|语种)$/i,
  published: /^(date|published|publication date|year|日期|发布日期|时间|年份)$/i,
  author: /^(author|creator|by|作者)$/i,
  publisher: /^(publisher|site|source name|发布者|来源|机构)$/i,
  source: /^(url|link|source|address|链接|网址)$/i
}
const languages =
  /^(zh|en|de|fr|es|ja|ko|ru|chinese|english|source|target|original|translation|原文|译文|中文|英文|汉语|英语)\b/i

/**
 * What columns seem to be: two or more that are named as languages or as source and translation are versions; else the
 * column that is named a text, or the one with the longest cells, and beside it those whose names are known.
 */
export function usualColumns(head: readonly string[], body: readonly (readonly string[])[]): SheetColumns {
  const spoken = head.flatMap((name, at) => (languages.test(name) ? [at] : []))
  if (spoken.length > 1 && spoken.length <= 4 && spoken.every((at) => meanLength(body, at) > 8))
    return { text: null, stated: {}, versions: spoken }
  const known = (field: keyof typeof names) => {
    const at = head.findIndex((name) => names[field].test(name))
    return at < 0 ? undefined : at
  }
  const longest = head.map((_, at) => meanLength(body, at))
  const text = known('text') ?? longest.indexOf(Math.max(...longest))
  const fields = (['title', 'language', 'published', 'author', 'publisher', 'source'] as const).flatMap(
    (field) => {
      const at = known(field)
      return at === undefined || at === text ? [] : [[field, at] as const]
    }
  )
  return { text, stated: Object.fromEntries(fields), versions: [] }
}

function meanLength(body: readonly (readonly string[])[], column: number): number {
  return body.reduce((sum, row) => sum + widthOf(row[column] ?? ''), 0) / Math.max(1, body.length)
}
