import { beforeEach, describe, expect, it } from 'vitest'
import { addText, annotationOf } from '../../main/rpc/testing/add-text'
import type { Start } from '../../shared/ipc/answers'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { usePrefetch } from '../library/use-prefetch'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { addMemo } from '../writing/add-memo'
import { labelOf } from '../writing/go-to-target'
import { linkCandidates } from '../writing/link-candidates'
import { callUntil } from './call-until'
import { copyExcerpts } from './copy-excerpts'
import { i18n, setLanguage } from './i18n'
import { useFigures } from './number-format'
import { change } from './project'
import { useToasts } from './toasts'

const joined = new JoinedWindow()
const page = new HookPage()
const document = 'd2' as DocumentId
const toasts = () => useToasts.getState().toasts.map(({ text }) => text)
const idle = () => new AbortController().signal

beforeEach(async () => {
  await addText(joined.session, document, shownBlocks, { title: 'The snow of that year' })
  await joined.caughtUp()
  useToasts.setState({ toasts: [] })
})

async function highlighted(words: string): Promise<AnnotationId> {
  const own = joined.session.state.documents.get(document)
  if (!own) throw new Error('there is no text')
  const annotation = annotationOf(own, shownBlocks, words)
  await change({ type: 'annotation.add', annotation })
  return annotation.id
}

describe('work that is asked of the main process', () => {
  const words = { query: 'Sn.w', regex: true, wholeWord: false, matchCase: false, matchWidth: false }

  it('is given up there once nobody waits for it, and says so', async () => {
    let goOn = () => {}
    let begun = () => {}
    const begins = new Promise<void>((resolve) => {
      begun = resolve
    })
    joined.thread.before = () => {
      begun()
      return new Promise((resolve) => {
        goOn = resolve
      })
    }
    const asking = new AbortController()
    const answer = callUntil(asking.signal, 'document.find', { document: shownText, pattern: words })
    await begins
    asking.abort()
    goOn()
    expect(await answer).toMatchObject({ ok: false, error: { key: 'cancelled' } })
  })

  it('is answered where nobody gives it up', async () => {
    const answer = await callUntil(idle(), 'document.find', { document: shownText, pattern: words })
    expect(answer).toEqual({ ok: true, value: [{ start: 0, end: 4 }] })
  })
})

describe('excerpts that are copied', () => {
  it('are as many as are said; where there are none that is said', async () => {
    await copyExcerpts({ of: 'excerpts', query: {}, chosen: null })
    expect(toasts()).toEqual([i18n.t('export.empty')])
    const id = await highlighted('Snow fell')
    await highlighted('The office')
    await copyExcerpts({ of: 'excerpts', query: {}, chosen: [id] })
    expect(toasts().at(-1)).toBe(i18n.t('export.copied', { count: 1 }))
  })
})

describe('what a link in a memo may mean', () => {
  it('is a text, a passage with these words, or the words themselves; nothing that is gone', async () => {
    await highlighted('Snow fell')
    const found = await linkCandidates('snow', idle())
    expect(found.map(({ target }) => target.kind)).toEqual(['document', 'passage', 'formula'])
    for (const { link, label } of found) expect(link).toContain(label)
    const [text] = found
    if (!text) throw new Error('nothing is found')
    expect(labelOf(text.target, 'as written')).toEqual({ label: 'The snow of that year', gone: false })
    await joined.other('project.do', { type: 'document.remove', id: document })
    await joined.other('document.remove', document)
    await joined.caughtUp()
  })

  it('is made a memo of, which another window has at once', async () => {
    const id = await addMemo({ kind: 'document', id: document })
    const start = (await joined.other('app.start', null)) as { value?: Start }
    expect(start.value?.project?.memos[id ?? ('' as never)]).toMatchObject({ about: { id: document } })
  })
})

describe('a text that is likely to be opened', () => {
  it('is read when it is pressed, and never for a pointer that only passes over', async () => {
    const read: string[] = []
    const { call } = window.variorum
    Object.assign(window, {
      variorum: {
        ...window.variorum,
        call(method: string, input: unknown) {
          if (method === 'document.prefetch') read.push(String(input))
          return call(method, input)
        }
      }
    })
    const hook = await page.render(usePrefetch, undefined)
    const of = hook.now()
    of(shownText).onPointerEnter()
    of(shownText).onPointerLeave()
    of(document).onPointerDown()
    expect(read).toEqual([document])
    of(shownText).onFocus()
    await expect.poll(() => read).toEqual([document, shownText])
    of(document).onPointerEnter()
    hook.leave()
    of(shownText).onPointerDown()
    expect(read).toEqual([document, shownText, shownText])
  })
})

it('numbers are written as the language of the app writes them, also after it is changed', async () => {
  const hook = await page.render(() => useFigures(), undefined)
  const written = () => {
    const { whole, exact, percent } = hook.now()
    return [whole(12345.6), exact(2, 2), percent(0.125)]
  }
  expect(written()).toEqual(['12,346', '2.00', '12.5%'])
  setLanguage('zh-CN')
  await expect.poll(written).toEqual(['12,346', '2.00', '12.5%'])
  setLanguage('en')
})
