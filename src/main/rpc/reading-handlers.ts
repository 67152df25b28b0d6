import { locatorOf } from '../../shared/excerpts/locator'
import { isArranged } from '../../shared/ipc/annotation-view'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import { err, ok } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import { canonicalText } from '../../shared/text/canonical'
import { listAnnotations, listForPages } from '../services/annotation-list'
import { prepareDocument, readText } from '../services/texts'
import type { AnnotationRow } from './annotation-rows'
import { citedAs } from './citation-handlers'
import type { Handlers, MethodsOf } from './handler-types'

type Reading =
  | 'document.subscribe'
  | 'document.unsubscribe'
  | 'document.prefetch'
  | 'annotations.list'
  | 'annotations.names'
  | MethodsOf<'annotation'>
  | MethodsOf<'search'>
  | MethodsOf<'clipboard'>

export const readingHandlers: Handlers<Reading> = {
  'document.subscribe': async (host, { document: id, known, held }, client) => {
    const { session } = host
    if (!session.ok) return session
    await prepareDocument(session.value, id)
    const text = await readText(session.value, id)
    if (!text.ok) return text
    const isHeld = held && client.left.has(id)
    client.left.delete(id)
    client.shows.add(id)
    const revision = currentText(text.value.document)
    return ok({
      revision,
      blocks: revision === known ? null : text.value.blocks,
      annotations: isHeld ? null : (session.value.state.annotations.get(id)?.toRecord() ?? {})
    })
  },

  'document.unsubscribe': async (_host, id, client) => {
    if (client.shows.delete(id)) client.left.add(id)
    return ok(null)
  },

  'document.prefetch': async ({ session }, id) => {
    if (session.ok) await prepareDocument(session.value, id)
    return ok(null)
  },

  'annotations.list': async (host, request, _client, { signal }) => {
    const { session } = host
    if (!session.ok) return session
    const { filter, from, most, counted, arrangement, context = false } = request
    const { language } = host.parts.preferences.preferences
    const { arrangedRows, listedRow } = await import('./annotation-rows')
    const found = counted
      ? await listForPages(session.value, filter, signal)
      : await listAnnotations(session.value, filter, { signal, enough: from + most })
    const rows =
      counted && arrangement && isArranged(arrangement)
        ? arrangedRows(session.value, found, arrangement, { filter, language })
        : found.map((annotation): AnnotationRow => ({ annotation, heading: null }))
    const listed: ListedAnnotation[] = []
    for (const row of rows.slice(from, from + most))
      listed.push(await listedRow(session.value, row, { language, context }))
    return ok({
      annotations: listed,
      total: counted ? found.length : null,
      rows: counted ? rows.length : null
    })
  },

  'annotations.names': async (host, filter, _client, { signal }) => {
    const { session } = host
    if (!session.ok) return session
    const found = await listForPages(session.value, filter, signal)
    return ok(found.map(({ document, id, codings, quality }) => ({ document, id, codings, quality })))
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
    const { passageForClipboard } = await import('../export/clipboard/passage')
    await parts.desktop.writeClipboard(passageForClipboard(quote, document.language, cited, language))
    return ok(null)
  },

  'clipboard.write': async (host, text) => {
    await host.parts.desktop.writeClipboard(text)
    return ok(null)
  }
}
