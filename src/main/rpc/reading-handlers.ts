import { placeText } from '../../shared/excerpts/citation'
import { locatorOf } from '../../shared/excerpts/locator'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import { err, ok } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import { canonicalText } from '../../shared/text/canonical'
import { excerptsForClipboard } from '../export/clipboard'
import { exportWords } from '../export/words'
import { listAnnotations, listForPages } from '../services/annotation-list'
import { isAnchoredInCurrentRevision, readText } from '../services/texts'
import { citedAs } from './citation-handlers'
import type { Handlers, MethodsOf } from './handler-types'

type Reading =
  | 'document.subscribe'
  | 'document.unsubscribe'
  | 'annotations.list'
  | 'annotations.names'
  | MethodsOf<'annotation'>
  | MethodsOf<'search'>
  | MethodsOf<'clipboard'>

export const readingHandlers: Handlers<Reading> = {
  'document.subscribe': async (desk, { document: id, known }, client) => {
    const { session } = desk
    if (!session.ok) return session
    const text = await readText(session.value, id)
    if (!text.ok) return text
    await session.value.state.annotations.prepare(id)
    client.shows.add(id)
    const revision = currentText(text.value.document)
    return ok({
      revision,
      blocks: revision === known ? null : text.value.blocks,
      annotations: session.value.state.annotations.get(id)?.toRecord() ?? {}
    })
  },

  'document.unsubscribe': async (_desk, id, client) => {
    client.shows.delete(id)
    return ok(null)
  },

  'annotations.list': async (desk, { filter, from, most, counted }, _client, { signal }) => {
    const { session } = desk
    if (!session.ok) return session
    const words = exportWords(desk.parts.preferences.preferences.language)
    const found = counted
      ? await listForPages(session.value, filter, signal)
      : await listAnnotations(session.value, filter, { signal, enough: from + most })
    const listed: ListedAnnotation[] = []
    for (const annotation of found.slice(from, from + most)) {
      const text = await session.value.contents.text(annotation.selector.revision)
      const place = text.ok ? locatorOf(text.value.blocks, annotation.selector) : null
      const settled = isAnchoredInCurrentRevision(session.value.state, annotation)
      listed.push({ annotation, place: place ? placeText(place, words) : '', settled })
    }
    return ok({ annotations: listed, total: counted ? found.length : null })
  },

  'annotations.names': async (desk, filter, _client, { signal }) => {
    const { session } = desk
    if (!session.ok) return session
    const found = await listForPages(session.value, filter, signal)
    return ok(found.map(({ document, id, codings, quality }) => ({ document, id, codings, quality })))
  },

  'search.run': async (desk, { query, furniture }, _client, { signal, progress }) => {
    const { session } = desk
    if (!session.ok) return session
    return ok(await desk.search.search(session.value, query, { furniture, signal, progress }))
  },

  'clipboard.passage': async ({ session, parts }, { document: id, start, end, quote }) => {
    if (!session.ok) return session
    const text = await readText(session.value, id)
    if (!text.ok) return text
    const { document, blocks } = text.value
    // The window may show an earlier state of the text than this one.
    if (!canonicalText(blocks).startsWith(quote, start) || quote.length !== end - start)
      return err(appError('Conflict', 'textChanged'))
    const { citationStyle: style, language } = parts.preferences.preferences
    const locator = locatorOf(blocks, span(start, end))
    const { id: _, ...metadata } = document
    const said = await citedAs(parts, { style, language, metadata, ...(locator && { locator }) })
    if (!said.ok) return said
    const { cited } = said.value
    const excerpt = {
      document: id,
      quote,
      ...{ before: '', after: '', goesOnBefore: false, goesOnAfter: false },
      cited: { note: cited, inText: cited }
    }
    const documents = new Map([[id, document]])
    parts.desktop.writeClipboard(excerptsForClipboard([excerpt], { documents }, 'notes').text)
    return ok(null)
  },

  'clipboard.write': async (desk, text) => {
    desk.parts.desktop.writeClipboard(text)
    return ok(null)
  }
}
