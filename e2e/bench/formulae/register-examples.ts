import { readFileSync } from 'node:fs'
import type { Candidate } from '../../../src/shared/formulae/candidate'
import { phraseKey } from '../../../src/shared/formulae/phrase-key'
import { type PooledPhrase, pooledOf, proposeRenderings } from '../../../src/shared/formulae/propose'
import type { Example } from './fit'
import { corpusFile, gold, lexicon, texts } from './sample'

interface Entry {
  readonly forms: readonly string[]
  readonly renderings: readonly string[]
}

/**
 * Examples of what is and is no rendering from the starter register: of each formula that the sample corpus does not hold the
 * first rendering is known, the others are right, those of other formulae and the candidates of the corpus are wrong.
 */
export function registerExamples(candidates: readonly Candidate[]): Example[] {
  const register: readonly Entry[] = JSON.parse(readFileSync(corpusFile('formulae.json'), 'utf8')).formulae
  const chinese = texts
    .filter((each) => each.chinese)
    .map(({ text }) => text.replace(/[、，]/g, ''))
    .join('\n')
  const held = new Set(gold.map(({ form }) => phraseKey(form)))
  const isHeld = (form: string) => held.has(phraseKey(form)) || chinese.includes(form)
  const plain = (words: string): PooledPhrase => ({ words, head: '', quoted: false, places: [] })
  const english = candidates.filter(({ script }) => script === 'en').map(pooledOf)
  return register.flatMap((entry) => {
    const [known = '', ...others] = entry.renderings
    if (others.length === 0 || entry.forms.some(isHeld)) return []
    const right = new Set(others.map(phraseKey))
    const wrong = register.flatMap((each) => (each === entry ? [] : each.renderings))
    const task = {
      ...{
        forms: entry.forms,
        known: [known],
        heads: [],
        quoted: false,
        registered: [],
        slots: [],
        stands: []
      },
      decided: new Set([phraseKey(known)]),
      pool: [...[...others, ...wrong].map(plain), ...english]
    }
    return proposeRenderings(task, lexicon).flatMap(({ key, evidence }): Example[] => {
      const isRight = right.has(key)
      if (!isRight && evidence.likeness <= 0.15 && evidence.dictionary <= 0.25) return []
      const work = `register ${entry.forms[0]}`
      // A register says nothing of quotation marks: only the wrong examples, which stand in texts, could have any.
      const unmarked = { ...evidence, marked: 0 }
      return [{ setting: 'register', work, key: `${work} ${key}`, evidence: unmarked, right: isRight }]
    })
  })
}
