const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/gu

/** How wide a line is, in widths of a Latin letter: ideographs and their punctuation take two. */
export function widthOf(line: string): number {
  return Array.from(line).length + (line.match(wide)?.length ?? 0)
}
