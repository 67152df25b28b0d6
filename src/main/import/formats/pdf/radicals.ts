/** The CJK Radicals Supplement and the characters that look the same (Unicode's Equivalent_Unified_Ideograph, 15.0). */
const radicals =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
const characters =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'
const bySight = new Map(Array.from(radicals, (radical, at) => [radical, [...characters][at] ?? radical]))

/**
 * A text with characters in the place of radicals. A PDF names its glyphs by what its writer thought they were: where a
 * font has one glyph for the radical ⼀ (U+2F00) and the character 一 (U+4E00), many writers name the radical. Nobody
 * finds, compares or quotes such a word. The same holds for the shapes that Arabic and Hebrew letters take within words.
 */
export function withCharacters(text: string): string {
  return text
    .replace(/[\u2E80-\u2FD5]/g, (sign) => bySight.get(sign) ?? sign.normalize('NFKC'))
    .replace(/[\ufb1d-\ufdef\ufe70-\ufefc]/g, (form) => form.normalize('NFKC').trim())
}
