import { test } from '@playwright/test'
import { seededRandom } from '../../src/main/store/testing/seeded-random'
import { phraseKey } from '../../src/shared/formulae/phrase-key'
import { span } from '../../src/shared/model/span'
import { RecycledFinder } from '../../src/shared/recycled/recycled-finder'
import {
  calibration,
  type Example,
  fitted,
  fittedForUse,
  isShown,
  type Model,
  probabilities
} from './formulae/fit'
import { counted, type Judged, judged, type Setting } from './formulae/judged'
import { registerExamples } from './formulae/register-examples'
import { gold, minedIn, texts } from './formulae/sample'

/** Figures on the gold of the sample corpus, and how long mining takes. Prints; asserts nothing. */
const { candidates } = minedIn(texts.map(({ text, chinese }) => ({ text, language: chinese ? 'zh' : 'en' })))
const settings: readonly [Setting, string, string][] = [
  ['source', 'with aligned Chinese', 'precision .9, recall .85'],
  ['alone', 'English alone', 'precision .8, recall .7'],
  ['versions', 'English alone, versions of a work aligned', 'precision .8, recall .7']
]
const rate = (a: number, b: number) => (a / Math.max(1, a + b)).toFixed(3)

test('finding formulae in the sample corpus', () => {
  const lines: string[] = []
  for (const script of ['zh', 'en'] as const) {
    const all = candidates.filter((each) => each.script === script)
    const listed = new Set(all.slice(0, 2 * gold.length).map(({ key }) => key))
    const found = gold.filter(({ in: places }) =>
      Object.entries(places).some(
        ([file, words]) =>
          file.includes('source') === (script === 'zh') && words.some((each) => listed.has(phraseKey(each)))
      )
    )
    const missed = gold.filter((each) => !found.includes(each)).map(({ form }) => form)
    lines.push(
      `finding, ${script}: ${found.length} of ${gold.length} (${rate(found.length, missed.length)}; bar .85) among the first ${2 * gold.length} of ${all.length} candidates; no register asked; not: ${missed.join(' ')}`
    )
  }
  console.log(`\n${lines.join('\n')}\n`)
})

test('renderings of the sample corpus', () => {
  test.setTimeout(900_000)
  const all = new Map(settings.map(([setting]) => [setting, judged(candidates, setting)]))
  const examples = new Map(
    settings.map(([setting]) => [setting, examplesOf(setting, all.get(setting) ?? [])])
  )
  const everything = [...[...examples.values()].flat(), ...registerExamples(candidates)]
  const works = [...new Set(gold.map(workOf))]
  const without = new Map(
    works.map((work) => [work, fittedForUse(everything.filter((each) => each.work !== work))])
  )
  const whole = fitted(everything)
  const modelOf = (work: string): Model => without.get(work) ?? whole
  const lines: string[] = []
  for (const [setting, name, bar] of settings) {
    const own = all.get(setting) ?? []
    const { right, wrong, missed } = counted(own)
    const said = own.flatMap(({ proposals }) =>
      proposals.map((each) => [each.probability, each.right] as const)
    )
    lines.push(
      `${name}: precision ${rate(right, wrong)}, recall ${rate(right, missed)} (${right} right, ${wrong} wrong, ${missed} missed; bar ${bar})`
    )
    const list = examples.get(setting) ?? []
    const chances = probabilities(list, modelOf)
    const [yes, no] = [true, false].map(
      (is) => list.filter((each, at) => each.right === is && isShown(chances[at] ?? 0)).length
    ) as [number, number]
    const lost = right + missed - yes
    lines.push(
      `  fitted without each work, from nothing: precision ${rate(yes, no)}, recall ${rate(yes, Math.max(0, lost))} (${yes} right, ${no} wrong)`
    )
    const sure = said.filter(([each]) => each >= 0.9)
    lines.push(
      `  of what is shown at 0.9 and more ${sure.filter(([, is]) => is).length} of ${sure.length} are right`
    )
    lines.push(...calibration(said))
  }
  lines.push(
    'weights of a fit to everything, and of one from nothing for use:',
    JSON.stringify(whole, (_, value) => rounded(value)),
    JSON.stringify(fittedForUse(everything), (_, value) => rounded(value))
  )
  console.log(`\n${lines.join('\n')}\n`)
})

const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)
const workOf = ({ in: places }: Judged['formula']) => Object.keys(places)[0]?.split('/')[0] ?? ''

function examplesOf(setting: Setting, all: readonly Judged[]): Example[] {
  return all.flatMap(({ formula, proposals }) =>
    proposals.map(({ key, evidence, right }) => ({ setting, work: workOf(formula), key, evidence, right }))
  )
}

const { next: random } = seededRandom(11)
const english = texts.filter(({ chinese }) => !chinese).map(({ text }) => text)
const pool = english.flatMap((each) => each.split('. '))
const words = [...new Set(english.join(' ').match(/[A-Za-z]+/g))]
const sentence = () =>
  Array.from({ length: 22 }, () => words[Math.floor(random() ** 2 * words.length)]).join(' ')
/** A text of sentences put together by chance; `repeated`: the share of those that are of the sample corpus. */
function madeText(length: number, repeated: number): string {
  let text = ''
  while (text.length < length)
    text += `${random() < repeated ? pool[Math.floor(random() * pool.length)] : sentence()}. `
  return text.slice(0, length)
}
const sentences = texts.filter(({ chinese }) => chinese).flatMap(({ text }) => text.split('。'))
const clauses = sentences.flatMap((each) => each.split(/[，、]/))
/** The same in Chinese, of clauses of the sample corpus: such a text repeats itself throughout. */
function madeChinese(length: number, repeated: number): string {
  const chosen = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? ''
  let text = ''
  while (text.length < length)
    text += `${random() < repeated ? chosen(sentences) : Array.from({ length: 4 }, () => chosen(clauses)).join('，')}。`
  return text.slice(0, length)
}

const sizes = process.env.VARIORUM_BENCH_LARGE === '1' ? [1e6, 1e7, 1e8] : [1e6, 1e7]
for (const [language, make] of [
  ['en', madeText],
  ['zh', madeChinese]
] as const)
  test(`mining, ${language}`, () => {
    test.setTimeout(1_800_000)
    const lines: string[] = []
    for (const size of sizes) {
      const made = Array.from({ length: Math.ceil(size / 30_000) }, () => ({
        text: make(30_000, 0.5),
        language
      }))
      const begun = process.cpuUsage()
      const { add } = minedIn(made)
      const { user, system } = process.cpuUsage(begun)
      const memory = process.memoryUsage().rss / 2 ** 20
      const before = process.cpuUsage()
      add({ text: make(5000, 0.5), language })
      const since = process.cpuUsage(before)
      const more = since.user + since.system
      lines.push(
        `mining ${size.toExponential(0)} characters (${language}): ${((user + system) / 1e6).toFixed(1)} s of processor time (bar for 1e8: 60), ${memory.toFixed(0)} MB (bar 1000) with the texts; one text more ${(more / 1000).toFixed(0)} ms of processor time (bar 1000)`
      )
    }
    console.log(`\n${lines.join('\n')}\n`)
  })

test('recycled text', () => {
  test.setTimeout(600_000)
  const made = Array.from({ length: 10_000 }, () => madeText(5000, 0.15))
  const begun = process.cpuUsage()
  const finder = new RecycledFinder()
  for (const [at, text] of made.entries()) finder.add(at, text, [span(0, text.length)])
  const passages = finder.passages((at) => `work ${at}`)
  const { user, system } = process.cpuUsage(begun)
  console.log(
    `\nrecycled text in 10,000 texts of 5,000 characters: ${((user + system) / 1e6).toFixed(1)} s of processor time (bar 60), ${passages.length} passages\n`
  )
})
