import type { RawFile, Source } from '../parsed'
import { readHypothesis } from './hypothesis'
import { isObject, listOf, objectOf, objectsIn } from './json'
import { referencesOf } from './references/csl'
import { readWebAnnotations } from './web-annotations'
import { readZotero } from './zotero/zotero'

/**
 * JSON of the kinds that say something about texts: W3C Web Annotations, exports of Hypothesis and Zotero, and
 * references as CSL-JSON. Which it is, is told by its shape.
 */
export async function parseJson(source: Source): Promise<RawFile> {
  const whole: unknown = JSON.parse(source.text('utf-8').replace(/^\uFEFF/, ''))
  const top = objectOf(whole)
  const items = objectsIn(Array.isArray(whole) ? whole : (top.items ?? top.annotations ?? top.rows ?? whole))
  const has = (test: (item: (typeof items)[number]) => boolean) => items.some(test)
  if (isWebAnnotation(top) || (Array.isArray(whole) && has(isWebAnnotation))) return readWebAnnotations(whole)
  if (has((item) => 'uri' in item && 'target' in item)) return readHypothesis(items)
  if (has((item) => 'itemType' in item || 'itemType' in objectOf(item.data))) return readZotero(items)
  if (has((item) => 'type' in item && ('title' in item || 'DOI' in item || 'issued' in item)))
    return referencesOf(items)
  throw new Error('it holds no annotations or references of a known kind')
}

function isWebAnnotation(item: unknown): boolean {
  if (!isObject(item)) return false
  const kinds = listOf(item.type ?? item['@type']).map(String)
  return kinds.some((kind) => /(^|[:/#])Annotation(Page|Collection)?$/.test(kind))
}
