import pairs from 'opencc-js/dict/TSCharacters'

let table: Map<string, string> | null = null

/** The simplified form of a traditional Chinese character, by OpenCC's table; any other character as it is. */
export function simplifiedOf(character: string): string {
  table ??= new Map(
    pairs.split('|').map((pair): [string, string] => {
      const [traditional = '', simplified = ''] = pair.split(' ')
      return [traditional, simplified]
    })
  )
  return table.get(character) ?? character
}
