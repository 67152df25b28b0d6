/**
 * The forms of an English word: plural, third person, past, participle. By rules, and a list of verbs and nouns that follow
 * none. A form that nobody writes does no harm: it is found nowhere. Derived words (nation, national) are other words.
 */
const irregular =
  `be am is are was were been being|have has had having|do does did done doing|go goes went gone going|say says said saying
get gets got gotten getting|make makes made making|know knows knew known knowing|think thinks thought thinking|take takes took taken taking
see sees saw seen seeing|come comes came coming|find finds found finding|give gives gave given giving|tell tells told telling
become becomes became becoming|leave leaves left leaving|feel feels felt feeling|put puts putting|bring brings brought bringing
begin begins began begun beginning|keep keeps kept keeping|hold holds held holding|write writes wrote written writing|stand stands stood standing
hear hears heard hearing|let lets letting|mean means meant meaning|set sets setting|meet meets met meeting|run runs ran running
pay pays paid paying|sit sits sat sitting|speak speaks spoke spoken speaking|lie lies lay lain lying|lead leads led leading
read reads reading|grow grows grew grown growing|lose loses lost losing|fall falls fell fallen falling|send sends sent sending
build builds built building|understand understands understood understanding|draw draws drew drawn drawing|break breaks broke broken breaking
spend spends spent spending|cut cuts cutting|rise rises rose risen rising|drive drives drove driven driving|buy buys bought buying
wear wears wore worn wearing|choose chooses chose chosen choosing|seek seeks sought seeking|throw throws threw thrown throwing
catch catches caught catching|deal deals dealt dealing|win wins won winning|forget forgets forgot forgotten forgetting
sell sells sold selling|fight fights fought fighting|teach teaches taught teaching|eat eats ate eaten eating|sing sings sang sung singing
strike strikes struck striking|hang hangs hung hanging|shake shakes shook shaken shaking|ride rides rode ridden riding
feed feeds fed feeding|shoot shoots shot shooting|drink drinks drank drunk drinking|hit hits hitting|arise arises arose arisen arising
fly flies flew flown flying|spread spreads spreading|sleep sleeps slept sleeping|bear bears bore borne born bearing
bind binds bound binding|hide hides hid hidden hiding|swim swims swam swum swimming|tear tears tore torn tearing|sink sinks sank sunk sinking
man men|woman women|child children|foot feet|tooth teeth|mouse mice|goose geese|person people|life lives|wife wives|knife knives
leaf leaves|half halves|shelf shelves|wolf wolves|thief thieves|good better best|bad worse worst`
    .split(/[|\n]/)
    .map((line) => line.split(' '))

const groupsOf = new Map<string, string[]>()
for (const forms of irregular)
  for (const form of forms) groupsOf.set(form, [...(groupsOf.get(form) ?? []), ...forms])

const consonant = '[bcdfghjklmnpqrstvwxz]'
const doubling = new RegExp(`^[a-z]*${consonant}?[aeiou][bdgklmnprtvz]$`)

/** What a word may be a form of: itself, and itself without an ending. */
function bases(word: string): string[] {
  const found = [word]
  const add = (ending: RegExp, ...instead: string[]) => {
    if (ending.test(word)) for (const each of instead) found.push(word.replace(ending, each))
  }
  add(/ies$/, 'y')
  add(/ied$/, 'y')
  add(/(?<=s|x|z|ch|sh|o)es$/, '')
  add(/(?<=[^su])s$/, '')
  add(/ed$/, '', 'e')
  add(/ing$/, '', 'e')
  add(/([bdgklmnprtvz])\1ed$/, '$1')
  add(/([bdgklmnprtvz])\1ing$/, '$1')
  return found.filter((each) => each === word || (each.length > 2 && /[aeiouy]/.test(each)))
}

function formsOfBase(base: string): string[] {
  if (/e$/.test(base)) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`]
  if (new RegExp(`${consonant}y$`).test(base)) {
    const stem = base.slice(0, -1)
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`]
  }
  const plural = /(s|x|z|ch|sh)$/.test(base)
    ? [`${base}es`]
    : /o$/.test(base)
      ? [`${base}s`, `${base}es`]
      : [`${base}s`]
  const doubled = doubling.test(base) ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`] : []
  return [base, ...plural, `${base}ed`, `${base}ing`, ...doubled]
}

/** Every form of the words that a word, in small letters, can be a form of; the word itself first. Not for other scripts. */
export function inflectedForms(word: string): string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [word]
  const known = groupsOf.get(word)
  if (known) return [...new Set([word, ...known])]
  return [...new Set([word, ...(word.length < 3 ? [] : bases(word).flatMap(formsOfBase))])]
}
