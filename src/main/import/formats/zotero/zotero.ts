import type { RawFile } from '../../parsed'
import type { SidecarTarget } from '../../parsed-sidecars'
import { HighlightsByText } from '../highlights'
import { type Json, objectOf, objectsIn, textOf } from '../json'
import { instantOf } from '../parse-timestamp'
import { recordOf } from '../references/record-of'
import { factsOf } from '../references/reference'
import { ColourThemes } from './colour-themes'
import { cslTypes } from './csl-types'
import { addNote } from './zotero-note'

/**
 * Items as Zotero exports them: references, and the highlights on their attachments. `items` lie flat, each naming its
 * parent (Zotero's interface), or attachments lie in their item (Better BibTeX JSON).
 */
export function readZotero(items: readonly Json[]): RawFile {
  const all = items.map((item) => ({ key: item.key, ...objectOf(item.data ?? item) }) as Json)
  const byKey = new Map(all.map((item) => [textOf(item.key), item]))
  const top = (item: Json): Json => {
    let own = item
    for (let steps = 0; steps < 5; steps++) {
      const above = byKey.get(textOf(own.parentItem))
      if (!above) break
      own = above
    }
    return own
  }
  const marked: { item: Json; annotation: Json }[] = []
  for (const item of all) {
    if (item.itemType === 'annotation') marked.push({ item: top(item), annotation: item })
    for (const attachment of [item, ...objectsIn(item.attachments)])
      for (const annotation of objectsIn(attachment.annotations)) marked.push({ item: top(item), annotation })
  }
  const colours = new ColourThemes(marked.map(({ annotation }) => textOf(annotation.annotationColor)))
  const found = new HighlightsByText(colours.codebook)
  for (const { item, annotation } of marked) {
    const colour = colours.theme(textOf(annotation.annotationColor))
    found.add(sidecarTarget(item), {
      exact: textOf(annotation.annotationText),
      prefix: '',
      suffix: '',
      start: null,
      memo: textOf(annotation.annotationComment),
      themes: [...objectsIn(annotation.tags).map(({ tag }) => [textOf(tag)]), ...colour].filter(
        ([name]) => name !== ''
      ),
      coder: textOf(annotation.annotationAuthorName),
      created: instantOf(annotation.dateAdded)
    })
  }
  for (const item of all)
    if (item.itemType === 'note' && item.parentItem !== undefined)
      addNote(found, textOf(item.note), sidecarTarget(top(item)))
  const references = all.filter(
    ({ itemType }) => itemType !== 'annotation' && itemType !== 'attachment' && itemType !== 'note'
  )
  return found.file({
    sidecars: references.flatMap((item) => {
      const facts = zoteroFacts(item)
      return facts.title === '' ? [] : [{ kind: 'reference' as const, of: sidecarTarget(item), facts }]
    })
  })
}

function sidecarTarget(item: Json): SidecarTarget {
  return { title: textOf(item.title), doi: textOf(item.DOI), source: textOf(item.url) }
}

function zoteroFacts(item: Json) {
  const people = (...kinds: string[]) =>
    objectsIn(item.creators)
      .filter(({ creatorType }) => kinds.includes(textOf(creatorType)))
      .map(({ firstName, lastName, name }) => ({ given: firstName, family: lastName, literal: name }))
  return factsOf({
    title: textOf(item.title),
    publisher: textOf(item.publisher ?? item.institution ?? item.websiteTitle ?? item.university),
    source: textOf(item.url),
    language: textOf(item.language),
    published: textOf(item.date),
    csl: recordOf({
      type: cslTypes[textOf(item.itemType)] ?? 'document',
      author: people('author', 'contributor', 'presenter', 'interviewee', 'sponsor'),
      translator: people('translator'),
      editor: people('editor', 'seriesEditor'),
      'container-title': item.publicationTitle ?? item.bookTitle ?? item.websiteTitle,
      'collection-title': item.series,
      'publisher-place': item.place,
      volume: item.volume,
      issue: item.issue,
      number: item.reportNumber ?? item.number,
      edition: item.edition,
      page: item.pages,
      genre: item.reportType ?? item.thesisType ?? item.websiteType,
      archive: item.archive,
      archive_location: item.archiveLocation,
      DOI: item.DOI,
      ISBN: item.ISBN,
      ISSN: item.ISSN,
      URL: item.url,
      accessed: textOf(item.accessDate).slice(0, 10)
    }),
    attributes: {
      'citation key': textOf(item.citationKey ?? item.citekey),
      keywords: objectsIn(item.tags)
        .map(({ tag }) => textOf(tag))
        .filter(Boolean)
        .join(', '),
      abstract: textOf(item.abstractNote)
    }
  })
}
