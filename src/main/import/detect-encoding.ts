import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** An encoding by its bytes; `sure` where enough of them speak for it. */
export interface Detected {
  readonly encoding: string
  readonly sure: boolean
}

const sampleBytes = 262_144
/** With fewer bytes beyond ASCII than this no statistics hold. */
const fewBytes = 60
/** How sure the statistics have to be, of 100. */
const leastConfidence = 30

/**
 * The encoding of bytes that are not UTF-8. Chinese characters in an otherwise plain text are told by their pairs of
 * bytes, a lone byte is one of Western Europe; statistics decide the rest.
 */
export function detectEncoding(bytes: Uint8Array): Detected {
  const sample = bytes.subarray(0, sampleBytes)
  const pairs = pairsIn(sample)
  if (pairs.high === 0) return { encoding: 'windows-1252', sure: true }
  const isSimplified =
    pairs.paired >= pairs.high * 0.98 &&
    pairs.common >= pairs.paired * 0.6 &&
    pairs.beyondKorean >= pairs.paired * 0.08
  if (isSimplified) return { encoding: 'gb18030', sure: pairs.high >= fewBytes }
  const guesses = analyse(sample).filter(({ name }) => iconv.encodingExists(name))
  const [best] = guesses
  if (pairs.high >= fewBytes)
    return {
      encoding: best?.name.toLowerCase() ?? 'windows-1252',
      sure: best !== undefined && best.confidence >= leastConfidence
    }
  if (pairs.paired >= pairs.high * 0.98) {
    const known = guesses.find(({ name }) => /^(gb|big5|euc-)/i.test(name))
    return { encoding: known?.name.toLowerCase() ?? 'gb18030', sure: false }
  }
  if (pairs.alone === pairs.high) return { encoding: 'windows-1252', sure: pairs.isPunctuation }
  return { encoding: best?.name.toLowerCase() ?? 'windows-1252', sure: false }
}

/** Whether bytes are said to be of an alphabet but stand in pairs, as those of Chinese do and of no alphabet. */
export function standInPairs(bytes: Uint8Array): boolean {
  const { high, paired, common } = pairsIn(bytes.subarray(0, sampleBytes))
  return high >= 16 && paired >= high * 0.98 && common >= paired * 0.6
}

interface Pairs {
  /** Bytes beyond ASCII, those of them in runs of an even length, and those that stand alone. */
  readonly high: number
  readonly paired: number
  readonly alone: number
  /** Paired bytes that are a common simplified character or a sign of GB 2312; characters that Korean has no syllable at. */
  readonly common: number
  readonly beyondKorean: number
  /** Whether all that stand alone are quotation marks, dashes, no-break spaces and the like of windows-1252. */
  readonly isPunctuation: boolean
}

function pairsIn(bytes: Uint8Array): Pairs {
  let [high, paired, alone, common, beyondKorean] = [0, 0, 0, 0, 0]
  let isPunctuation = true
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    let end = at
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end++
    const run = end - at
    high += run
    if (run === 1) {
      alone++
      if (!isSignOf1252(bytes[at] ?? 0)) isPunctuation = false
    }
    if (run % 2 === 0) {
      paired += run
      for (let pair = at; pair < end; pair += 2) {
        const [lead = 0, trail = 0] = [bytes[pair], bytes[pair + 1]]
        if (trail < 0xa1 || trail === 0xff) continue
        const isCharacter = lead >= 0xb0 && lead <= 0xd7
        if (isCharacter || (lead >= 0xa1 && lead <= 0xa3)) common += 2
        if (lead > 0xc8 && lead <= 0xd7) beyondKorean += 2
      }
    }
    at = end
  }
  return { high, paired, alone, common, beyondKorean, isPunctuation }
}

function isSignOf1252(byte: number): boolean {
  return (byte >= 0x80 && byte <= 0x9f) || byte === 0xa0 || byte === 0xa7 || byte === 0xb0 || byte === 0xad
}
