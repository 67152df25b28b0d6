import { describe, expect, it } from 'vitest'
import { parsePlainText } from './plain-text'

const texts = (text: string) => parsePlainText(text).blocks.map((block) => block.text)

describe('hard-wrapped Chinese', () => {
  it('is told by its width, and 　　 begins a paragraph', () => {
    const wrapped = [
      '　　河边的水位每天早晨由值班人员登记，傍晚再核对一次，账目每月贴',
      '在村口的墙上，任何人都可以查看。',
      '　　闸门在中午打开，由两个人看守，遇到大雨则提前半个时辰关闭，并',
      '且通知下游各村。'
    ]
    expect(texts(wrapped.join('\n'))).toEqual([
      '河边的水位每天早晨由值班人员登记，傍晚再核对一次，账目每月贴在村口的墙上，任何人都可以查看。',
      '闸门在中午打开，由两个人看守，遇到大雨则提前半个时辰关闭，并且通知下游各村。'
    ])
  })
  it('may hold Latin words', () => {
    const wrapped = [
      '值班人员每天用 Excel 登记水位，并把结果用 email 发给上游的三个',
      'station，再由他们核对。数据保存十年，任何人都可以在网站上下载并',
      '且引用。'
    ]
    expect(texts(wrapped.join('\n'))).toEqual([
      '值班人员每天用 Excel 登记水位，并把结果用 email 发给上游的三个 station，再由他们核对。数据保存十年，任何人都可以在网站上下载并且引用。'
    ])
  })
})

describe('hard-wrapped lines', () => {
  it('lose the hyphens of their ends and keep those of words', () => {
    const prose = [
      'The keeper of the weir wrote all the regu-',
      'lar levels into his book, and the well-',
      'known marks of the spring on the bridge-',
      'head, since each bridge-head had its mark, and some un-',
      'usual ones as well.'
    ]
    expect(texts(prose.join('\n'))).toEqual([
      'The keeper of the weir wrote all the regular levels into his book, and the well-known marks of the spring on the bridge-head, since each bridge-head had its mark, and some unusual ones as well.'
    ])
  })
  it('two make a paragraph where the first is full and breaks off', () => {
    expect(
      texts('The keeper writes the level of the river into his book every\nmorning and again in the evening.')
    ).toEqual([
      'The keeper writes the level of the river into his book every morning and again in the evening.'
    ])
  })
})

describe('lines that stay as they are', () => {
  it.each([
    [
      'verse',
      [
        'Grey is the weir in the morning light,',
        'Grey is the gate that was shut by night,',
        'And late is the hour, and the keeper old,',
        'And the water runs, and the water is cold.'
      ]
    ],
    [
      'verse whose sentences run on',
      [
        'The keeper of the weir who wrote',
        'The levels of the river down',
        'Was late one morning, and the boat',
        'Had gone without him to the town'
      ]
    ],
    [
      'Chinese verse',
      [
        '河水清清绕村流，春风吹绿柳梢头，',
        '闸门开处千畦满，岁岁年年庆有秋。',
        '日暮归来人不语，一轮明月照沙洲，'
      ]
    ],
    [
      'a dialogue',
      [
        'Is the gate open at this hour of the day?',
        'It is shut, as you can see for yourself.',
        'Then open it.'
      ]
    ],
    ['a list', ['one weir', 'two gates', 'three boats']]
  ])('%s', (_, lines) => {
    expect(texts(lines.join('\n'))).toEqual(lines)
  })
})

it('separators of lines and paragraphs are that', () => {
  expect(texts('One.\u2028Two.\u2029Three.')).toEqual(['One.', 'Two.', 'Three.'])
})

it('a paragraph of very many lines is read at once', () => {
  const line = 'The keeper writes the level of the river into his book every'
  const began = Date.now()
  expect(texts(`${line}\n`.repeat(50_000))[0]?.length).toBe((line.length + 1) * 50_000 - 1)
  expect(Date.now() - began).toBeLessThan(8000)
})
