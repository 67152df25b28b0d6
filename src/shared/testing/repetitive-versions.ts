/**
 * Versions in which nearly every word is repeated, or sentences are so long that there are but three: where how rare a word is in
 * its own text says nothing. Written for tests and for the bench of alignment.
 */
export interface WrittenVersions {
  readonly name: string
  readonly languages: readonly [a: string, b: string]
  readonly a: readonly string[]
  readonly b: readonly string[]
  /** The links, by sentence numbers from 0. */
  readonly gold: readonly (readonly [a: readonly number[], b: readonly number[]])[]
}

const guests = [
  ['Han Ruilin', 'Lower Ford', '韩瑞林', '下渡'],
  ['Qiu Dazhi', 'Stone Gate', '邱大志', '石门'],
  ['Meng Xianyi', 'East Kiln', '孟宪义', '东窑'],
  ['Tao Zhengping', 'White Bank', '陶正平', '白岸'],
  ['Jiang Fuhai', 'Twin Wells', '江福海', '双井'],
  ['Wu Chengde', 'North Terrace', '吴成德', '北台'],
  ['Du Yongchang', 'Reed Market', '杜永昌', '苇市'],
  ['Shi Baotian', 'Long Dyke', '石宝田', '长堤'],
  ['Yan Guangming', 'Willow Post', '严光明', '柳驿'],
  ['Kong Lingshan', 'Salt Lane', '孔令山', '盐巷'],
  ['Fei Shouren', 'High Bridge', '费守仁', '高桥'],
  ['Lei Jinbo', 'South Mill', '雷金波', '南磨']
] as const

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' '
)
const chineseNumbers = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')

function longEntry(name: string, town: string, at: number): string[] {
  return [
    `On the ${ordinals[at]} day came ${name}, of ${town}.`,
    'He brought one ledger of a hundred and thirty leaves and one seal of seventy grams, both filled with fine sand for the county store; one dish of ten grams; one young ox and one ram; and for the common meal two oxen and five rams.',
    `This is what ${name} of ${town} brought.`
  ]
}

function shortEntry(name: string, town: string, at: number): string[] {
  return [
    `${name} of ${town} came on day ${at + 1}.`,
    'His gift was one account book of 130 leaves.',
    'There was also one stamp, its weight 70 grams.',
    'Both were full of fine sand for the store of the county.',
    'He gave one dish, which weighed 10 grams.',
    'He gave one young bull and one male sheep.',
    'For the shared meal there were two bulls and five male sheep.',
    `That was the gift of ${name} from ${town}.`
  ]
}

function chineseEntry(name: string, town: string, at: number): string[] {
  return [
    `第${chineseNumbers[at]}天，${town}的${name}来了。`,
    '他带来账簿一册，一百三十页，印章一枚，重七十克，都盛满细沙，归县仓；盘子一只，重十克；小牛一头，公羊一只；共餐用的牛两头，公羊五只。',
    `这就是${town}的${name}带来的礼物。`
  ]
}

/** The same gifts, brought by twelve men on twelve days. */
function gifts(chinese: boolean): WrittenVersions {
  const entries = guests.map(([name, town, han, place], at) => ({
    a: chinese ? chineseEntry(han, place, at) : longEntry(name, town, at),
    b: shortEntry(name, town, at)
  }))
  return {
    name: chinese ? 'gifts of twelve days, Chinese' : 'gifts of twelve days',
    languages: [chinese ? 'zh' : 'en', 'en'],
    a: entries.flatMap(({ a }) => a),
    b: entries.flatMap(({ b }) => b),
    gold: entries.flatMap((_, at) => {
      const [i, j] = [at * 3, at * 8]
      return [
        [[i], [j]],
        [[i + 1], [1, 2, 3, 4, 5, 6].map((k) => j + k)],
        [[i + 2], [j + 7]]
      ] as const
    })
  }
}

const officers =
  'Ailin Baoshu Changru Defeng Enze Fulong Guiyin Hongdao Jixian Kaiwen Lisheng Mingde Nianzu Peizhi Qirui Ruoyu Shaoqi Tingfang Weiye Xuanli Yimou Zhaolin Anguo Boyang Chongli Dongsheng Erkang Fangzhou'.split(
    ' '
  )

/** Who followed whom in an office: one long sentence against a sentence for each. */
function succession(): WrittenVersions {
  const pairs = officers.slice(1).map((name, at) => [officers[at] ?? '', name] as const)
  const a = [
    'This is the roll of those who kept the granary of the river office.',
    `${pairs.map(([before, next]) => `${before} handed the keys to ${next}`).join(', and ')}.`,
    'In all it was twenty-eight keepers, and the keys were never lost.'
  ]
  const b = [
    'The keepers of the granary at the river office are these.',
    ...pairs.map(([before, next]) => `After ${before} the keys went to ${next}.`),
    'There were 28 keepers altogether, and they never lost the keys.'
  ]
  return {
    name: 'succession',
    languages: ['en', 'en'],
    a,
    b,
    gold: [
      [[0], [0]],
      [[1], pairs.map((_, at) => at + 1)],
      [[2], [b.length - 1]]
    ]
  }
}

/** Three sentences of a preamble, each as long as a paragraph, against seven. */
function preamble(): WrittenVersions {
  return {
    name: 'three long sentences',
    languages: ['en', 'en'],
    a: [
      'The prefecture, having heard the reports of its nine counties on the state of the dykes, the stores of timber and the numbers of hands that can be called upon before the summer rains, and having weighed what each of them asked for against what was spent in the year before, thanks all who kept watch through the winter and wishes them good health.',
      'It has resolved that the dykes be raised by one metre wherever the river bends toward a village, that the timber be cut before the end of April in the forests above the old ferry and not elsewhere, and that every household send one pair of hands for ten days, for which it is paid in grain at the rate that was set by the assembly in spring.',
      'Whoever takes timber without a permit, leaves his place on the dyke before he is relieved, or gives false numbers to the clerks shall answer for it before the county court, and the names of those who did their duty shall be read out at the harvest.'
    ],
    b: [
      'The nine counties have reported to the prefecture on their dykes, on timber in store and on how many hands they can call before the rains of summer.',
      'What each asked for was weighed against last year’s spending.',
      'The prefecture thanks those who watched through the winter, and wishes them health.',
      'It was resolved to raise the dykes by a metre at every bend of the river near a village, and to cut timber only in the forests above the old ferry, before April ends.',
      'Each household sends one pair of hands for ten days and is paid in grain, at the rate set by the assembly in spring.',
      'The county court will deal with anyone who takes timber without permit, leaves the dyke unrelieved or gives the clerks false numbers.',
      'At the harvest the names of those who did their duty will be read out.'
    ],
    gold: [
      [[0], [0, 1, 2]],
      [[1], [3, 4]],
      [[2], [5, 6]]
    ]
  }
}

export const repetitiveVersions = (): WrittenVersions[] => [
  gifts(false),
  gifts(true),
  succession(),
  preamble()
]
