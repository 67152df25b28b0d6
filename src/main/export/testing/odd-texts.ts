/** Strings that trouble writers of files: ends of sections, control characters, half a pair, marks of direction, long ones. */
export const oddTexts: readonly string[] = [
  'a ]]> b <!-- c --> &lt; & "d" \'e\'',
  'bell \u0007, vertical \u000b, null \u0000, escape \u001b',
  'half \ud800 of a pair, \udc00 the other',
  'marks \u202e of \u2066 direction \u200f',
  '汉'.repeat(200),
  '𠮷野家 😀👩‍👩‍👧 – «é» e\u0301',
  '=1+1\n- [x] a list\n\n    code\n```\nfence',
  '__proto__',
  'constructor',
  '_x0041_ is no A',
  ' blank \t\r\n '
]
