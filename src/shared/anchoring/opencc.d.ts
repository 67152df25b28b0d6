/** OpenCC's table of traditional characters: `萬 万|與 与|…`. The package types its converters, not its tables. */
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export default pairs
}

declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
