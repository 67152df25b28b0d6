/**
 * A function that gives its last result again while its arguments are the very same. A component's own memory ends when
 * its place is left: who comes back to a place of ten thousand texts does not have them sorted once more.
 */
export function keepLast<Arguments extends readonly unknown[], Result>(
  make: (...given: Arguments) => Result
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | null = null
  return (...given) => {
    if (last?.given.every((each, at) => Object.is(each, given[at]))) return last.result
    const result = make(...given)
    last = { given, result }
    return result
  }
}
