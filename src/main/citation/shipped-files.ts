import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShippedStyleId } from '../../shared/citation/citation-styles'
import { builtFile } from '../workers/built'
import { StyleNode } from './style-tree'

export type LocaleName = 'en-US' | 'en-GB' | 'zh-CN'

/** Tests say where the files lie; in the app it is beside the built code. */
declare const __CITATION_STYLES__: string | undefined
const folder = typeof __CITATION_STYLES__ === 'string' ? __CITATION_STYLES__ : builtFile('citation-styles')

const read = new Map<string, StyleNode>()

/** A style or locale that ships, read when it is first asked for. Throws where the file is missing. */
export function shippedFile(name: ShippedStyleId | LocaleName): StyleNode {
  const known =
    read.get(name) ?? StyleNode.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
  read.set(name, known)
  return known
}
