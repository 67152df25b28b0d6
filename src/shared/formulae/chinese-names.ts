import { span } from '../model/span'
import type { PhraseSpan } from './phrase-spans'

/** 副省长, 省委书记, 常务副市长. */
const office =
  /(?:(?:省委|市委|县委|州委|党委|党组|常务|代理)(?:常务)?(?:副)?|副|代)(?:省长|市长|县长|州长|区长|部长|厅长|局长|主任|书记|主席|总理|秘书长|院长|会长)(?!办公|会议|联席)/gu
/** 省农业农村厅, 省发展改革委, 国家能源局: a body of government by its level and its last character. */
const body =
  /(?<!全|各|该|我|本|外|两|多|在|出)(?:省|市|县|国家|中央)(?!级|里|内|外|长|政府|委|市|县|领导|是|要|有|和|与|的|会|人|界|里)(?:(?![的和与在是了要把将向对从到以为等会])\p{Script=Han}){2,8}?(?:厅|委员会|领导小组|指挥部|管理局|委(?!员|托|会|屈|派)|局(?!面|部|势|限|长))/gu

/** Offices and bodies of government in Chinese words. Offsets count from the start of the text. */
export function chineseNames(text: string): PhraseSpan[] {
  const found: PhraseSpan[] = []
  for (const { index, 0: words } of text.matchAll(office))
    found.push({ ...span(index, index + words.length), sign: 'office' })
  for (const { index, 0: words } of text.matchAll(body))
    found.push({ ...span(index, index + words.length), sign: 'name' })
  return found
}
