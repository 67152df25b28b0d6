const fromRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u
const everyFromRight = new RegExp(fromRight, 'gu')

/** Whether most letters of a text belong to scripts that are read from right to left. */
export function isReadFromRight(text: string): boolean {
  // Most texts have no such letter at all.
  if (!fromRight.test(text)) return false
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  return 2 * count(everyFromRight) > count(/\p{L}|\p{M}/gu)
}
