/** 一 and 万 in words that count nothing. */
export const noFigures =
  /进一步|第一线|一线|一系列|一体|一般|一定|一些|一样|一致|一直|一起|一切|一旦|一方面|统一|唯一|同一|单一|专一|(?<![一二三四五六七八九十百千两])万一|千万(?=要|不|别)|(?<![一二三四五六七八九])十分(?!之)|百姓|百分之|千分之|三农|两会/gu

/** Sayings in which numerals count nothing, and round numbers of many: 千百年, 亿万. */
const sayings = [
  ...[
    '第一线',
    '一线',
    '一系列',
    '一体',
    '一般',
    '一定',
    '一些',
    '一样',
    '一致',
    '一直',
    '一起',
    '一切',
    '一旦'
  ],
  ...['万岁', '萬歲', '万物', '万事', '万般', '万能', '万象', '万难'],
  ...[
    '千方百计',
    '千方百計',
    '一心一意',
    '三心二意',
    '三番五次',
    '三番两次',
    '三番四次',
    '五次三番',
    '两次三番'
  ],
  ...[
    '千家万户',
    '千家萬戶',
    '千军万马',
    '千山万水',
    '千言万语',
    '千变万化',
    '千丝万缕',
    '千差万别',
    '千秋万代',
    '千辛万苦'
  ],
  ...[
    '千载难逢',
    '千锤百炼',
    '千疮百孔',
    '千头万绪',
    '千真万确',
    '千篇一律',
    '千钧一发',
    '成千上万',
    '成千累万',
    '成百上千'
  ],
  ...[
    '千千万万',
    '万万(?=没|不)',
    '千百(?=年|次|种|个|万)',
    '千百万',
    '亿万',
    '百十',
    '百万富翁',
    '亿万富翁',
    '万众一心'
  ],
  ...[
    '四面八方',
    '五湖四海',
    '四通八达',
    '七上八下',
    '七嘴八舌',
    '乱七八糟',
    '五颜六色',
    '五花八门',
    '五光十色',
    '四平八稳'
  ],
  ...[
    '三三两两',
    '三言两语',
    '三长两短',
    '接二连三',
    '颠三倒四',
    '一五一十',
    '十全十美',
    '一举两得',
    '两全其美',
    '一清二楚'
  ],
  ...[
    '一穷二白',
    '一干二净',
    '一差二错',
    '百战百胜',
    '百发百中',
    '百花齐放',
    '百家争鸣',
    '百年大计',
    '百里挑一',
    '十万火急'
  ],
  ...[
    '九牛一毛',
    '九死一生',
    '一日千里',
    '一刻千金',
    '一落千丈',
    '一本万利',
    '一劳永逸',
    '一视同仁',
    '一如既往',
    '一目了然'
  ],
  ...[
    '一帆风顺',
    '一马当先',
    '一丝不苟',
    '一成不变',
    '一朝一夕',
    '一草一木',
    '一言一行',
    '一举一动',
    '一点一滴',
    '一年四季'
  ]
]

/** Some tens, hundreds, millions: no figure is stated, though another rendering may state one. */
const roundFigures =
  /(?:好几|[几幾数數]|上(?=[百千万亿]))[十百千万萬亿億]+|(?<![一二三四五六七八九两])十[几幾]/gu

const said = new RegExp(sayings.join('|'), 'gu')

/**
 * A Chinese text with spaces, as many, in the place of every numeral that states no figure: those that surely do are what
 * is asked of another rendering. What a numeral may be read as is another matter (`chineseNumbers`).
 */
export function withoutNoFigures(text: string): string {
  const spaces = ({ length }: string) => '　'.repeat(length)
  return [said, noFigures, roundFigures].reduce((so, pattern) => so.replace(pattern, spaces), text)
}
