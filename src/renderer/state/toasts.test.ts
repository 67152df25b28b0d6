import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appError } from '../../shared/model/app-error'
import { i18n } from './i18n'
import { errorText, showError, showToast, useToasts } from './toasts'

beforeEach(() => {
  vi.useFakeTimers()
  useToasts.setState({ toasts: [] })
})
afterEach(async () => {
  vi.useRealTimers()
  await i18n.changeLanguage('en')
})

const told = () => useToasts.getState().toasts.map(({ text }) => text)

describe('what is said in passing', () => {
  it('goes by itself, a failure later', () => {
    showToast('saved')
    showError(appError('NotFound', 'noProject'))
    vi.advanceTimersByTime(5000)
    expect(told()).toEqual([errorText(appError('NotFound', 'noProject'))])
    vi.advanceTimersByTime(10_000)
    expect(told()).toEqual([])
  })

  it('is said once, for its whole time, where it is said again', () => {
    showToast('saved')
    vi.advanceTimersByTime(4000)
    showToast('saved')
    vi.advanceTimersByTime(4000)
    expect(told()).toEqual(['saved'])
    showToast('saved', 'error')
    expect(told()).toEqual(['saved', 'saved'])
  })

  it('gives way to what is newer about the same, and taking it away takes away nothing else', () => {
    const dismiss = showToast('Undone: theme', 'said', { about: 'undo' })
    showToast('exported')
    showToast('Undone: highlight', 'said', { about: 'undo' })
    expect(told()).toEqual(['exported', 'Undone: highlight'])
    dismiss()
    expect(told()).toHaveLength(2)
  })

  it('never fills the window', () => {
    for (let at = 0; at < 9; at++) showToast(`number ${at}`)
    expect(told()).toEqual(['number 5', 'number 6', 'number 7', 'number 8'])
  })

  it('names what failed in the language of the window', async () => {
    const error = appError('Conflict', 'documentChanged', { title: 'Bulletin' })
    expect(errorText(error)).toContain('Bulletin')
    await i18n.changeLanguage('zh-CN')
    expect(errorText(error)).toMatch(/Bulletin.*\p{Script=Han}|\p{Script=Han}.*Bulletin/u)
  })
})
