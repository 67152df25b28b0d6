import { expect, it } from 'vitest'
import guide from '../../../../docs/user-guide.md?raw'
import { guideSections, sectionsWith } from './guide-sections'

it('cuts the guide at its headings, without pictures, and finds what is looked for', () => {
  const sections = guideSections(guide)
  expect(sections.length).toBeGreaterThan(20)
  expect(sections[0]).toMatchObject({ title: 'The first minutes', depth: 2 })
  expect(sections.some(({ text }) => text.includes('!['))).toBe(false)
  expect(sectionsWith(sections, 'backups')[0]?.title).toBe('Backups')
  expect(sectionsWith(sections, 'zzqx')).toEqual([])
  expect(sectionsWith(sections, ' ')).toBe(sections)
})
