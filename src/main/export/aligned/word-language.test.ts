import { describe, expect, it } from 'vitest'
import { wordLanguage } from './word-language'

describe('the language of a text, as Word tells it', () => {
  it.each([
    ['zh', '会议强调。', { eastAsia: 'zh-CN' }],
    ['zh', '會議強調。', { eastAsia: 'zh-TW' }],
    ['zh-Hant-HK', '會議', { eastAsia: 'zh-HK' }],
    ['ja', '会議', { eastAsia: 'ja-JP' }],
    ['ko', '회의', { eastAsia: 'ko-KR' }],
    ['fr', 'réunion', { value: 'fr' }]
  ])('is told of %s by its script', (language, text, told) => {
    expect(wordLanguage(language, text)).toEqual(told)
  })
})
