/** Syllables of pinyin without tones: an initial, and a final that goes with it as far as spelling tells. */
const syllable =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|üe|er|a|e|i|o|u|ü)){1,3}$/i

/** Family names that are common enough to be sure of. */
const families = new Set(
  'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Long Wan Duan Qian Yin Chang Qiao Lai Gong Wen'.split(
    ' '
  )
)

const credited =
  /\b(?:Reporters?|Editors?|Correspondents?|Responsible editor|Photo by|Author)\s*[:：]?\s+((?:\p{L}+\s+){0,2}\p{L}+(?:\s*[,、]\s*(?:\p{L}+\s+){0,2}\p{L}+)*)/gu

/**
 * How many names have been torn: a family name taken for a word ("Reporter in Xiaobo"), a given name translated ("Wang
 * Emperor"), a short form with its capitals gone astray ("faW").
 */
export function countGarbledNames(text: string, credits: string): number {
  const torn = text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,4}\p{Lu}(?![\p{L}\p{N}])/gu)?.length ?? 0
  const named = [...`${text}\n${credits}`.matchAll(credited)]
    .flatMap(([, list]) => (list ?? '').split(/\s*[,、]\s*/))
    .filter((name) => isGarbled(name.trim().split(/\s+/)))
  return torn + named.length
}

function isGarbled(parts: readonly string[]): boolean {
  const [first = '', second = '', ...more] = parts
  if (second === '' || more.length > 0) return false
  if (/^\p{Ll}+$/u.test(first)) return first === 'in' && isGiven(second)
  return families.has(first) && /^\p{Lu}\p{Ll}+$/u.test(second) && !isGiven(second)
}

function isGiven(word: string): boolean {
  return /^\p{Lu}/u.test(word) && syllable.test(word)
}
