/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const constants = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)))
/** Of the square roots of the first eight (5.3.3). */
const initial = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let each = 2; primes.length < count; each++)
    if (primes.every((prime) => each % prime !== 0)) primes.push(each)
  return primes
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32)
}

/**
 * SHA-256 (FIPS 180-4) of bytes, in lower-case hex. The browser's own is not to be had everywhere where a page is opened
 * from a disk.
 */
export function sha256(bytes: Uint8Array): string {
  const state = Uint32Array.from(initial)
  const words = new Uint32Array(64)
  const whole = bytes.length - (bytes.length % 64)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < whole; at += 64) digest(state, words, view, at)
  const rest = bytes.subarray(whole)
  const end = new Uint8Array(rest.length < 56 ? 64 : 128)
  end.set(rest)
  end[rest.length] = 0x80
  const tail = new DataView(end.buffer)
  tail.setUint32(end.length - 8, Math.floor(bytes.length / 2 ** 29))
  tail.setUint32(end.length - 4, (bytes.length << 3) >>> 0)
  for (let at = 0; at < end.length; at += 64) digest(state, words, tail, at)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** One block of 64 bytes (6.2.2). */
function digest(state: Uint32Array, words: Uint32Array, view: DataView, at: number): void {
  for (let t = 0; t < 16; t++) words[t] = view.getUint32(at + t * 4)
  for (let t = 16; t < 64; t++) {
    const [early, late] = [words[t - 15] ?? 0, words[t - 2] ?? 0]
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[t] = (words[t - 16] ?? 0) + low + (words[t - 7] ?? 0) + high
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const sumE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + sumE + choice + (constants[t] ?? 0) + (words[t] ?? 0)) | 0
    const sumA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = (sumA + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word
  })
}
