import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import {
  type FindingKind,
  type FindingStatus,
  findingStatus,
  findingStatuses,
  type QualityFinding
} from '../../shared/ipc/quality-answers'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { FindingDecision } from '../../shared/model/quality-finding'
import { byTitle } from '../../shared/text/natural-order'
import { type Command, isTyping, useCommands } from '../state/commands'
import { goToExport, reportExportSources } from '../state/export-source'
import { useT, useWords } from '../state/i18n'
import { navigate } from '../state/navigation'
import { change, currentProject, useProject, useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import type { FormulaeDesk } from './formulae-desk'

const kinds: readonly FindingKind[] = ['hand', 'figure', 'name', 'leftOut', 'formula']

/** Whether there is another text of the same work: what can be found is found by comparing. */
function hasCompany(
  { id, works }: VariorumDocument,
  documents: Readonly<Record<DocumentId, VariorumDocument>>
) {
  return Object.values<VariorumDocument>(documents).some(
    (other) => other.id !== id && other.works.some((work) => works.includes(work))
  )
}

/** The wording of a version: what was marked by hand and what was found, each to be confirmed or dismissed. */
export function QualityReport({ desk }: { readonly desk: FormulaeDesk }) {
  const t = useT()
  const { documents, info } = useSlices('documents', 'info')
  const version = useStore(desk.store, (state) => state.version)
  const changes = useProject((project) => project.changes)
  const [status, setStatus] = useState<FindingStatus>('open')
  const [kind, setKind] = useState<FindingKind | ''>('')
  const [marked, setMarked] = useState<string | null>(null)
  const all = useMemo(
    () =>
      Object.values<VariorumDocument>(documents)
        .filter(({ rendering }) => rendering !== 'source')
        .sort(byTitle),
    [documents]
  )
  const own =
    all.find(({ id }) => id === version) ?? all.find((each) => hasCompany(each, documents)) ?? all[0]
  const exported = own?.id
  useEffect(
    () => reportExportSources(() => (exported ? [{ of: 'quality', document: exported }] : [])),
    [exported]
  )
  const { latest, answer } = useAnswer('quality.report', own && { document: own.id }, { again: changes })
  const report = latest?.document === own?.id ? latest : null
  const statusOf = (each: QualityFinding): FindingStatus => findingStatus(info.findings, each)
  const ofStatus = (report?.findings ?? []).filter((each) => statusOf(each) === status)
  const shown = ofStatus.filter((each) => kind === '' || each.kind === kind)
  const at = Math.max(
    0,
    shown.findIndex(({ key }) => key === marked)
  )
  const here = shown[at]
  useFindingKeys(shown, at, setMarked)
  const count = (of: FindingStatus) => (report?.findings ?? []).filter((each) => statusOf(each) === of).length
  const against = report?.against ? documents[report.against] : undefined
  if (!own) return <p className="panel-hint">{t('quality.noVersions')}</p>
  return (
    <article className="formula-page quality-report">
      <header>
        <h1>{t('quality.report')}</h1>
        <button
          type="button"
          className="button"
          onClick={() => goToExport({ of: 'quality', document: own.id })}
        >
          {t('formulae.export')}
        </button>
      </header>
      <div className="quality-filters">
        <label>
          {t('quality.version')}{' '}
          <select value={own.id} onChange={({ target }) => desk.set({ version: target.value as DocumentId })}>
            {all.map((each) => (
              <option key={each.id} value={each.id}>
                {`${each.title} (${t(`rendering.${each.rendering}`)})`}
              </option>
            ))}
          </select>
        </label>
        <fieldset className="segments">
          <legend className="visually-hidden">{t('quality.status')}</legend>
          {findingStatuses.map((each) => (
            <label key={each} className={each === status ? 'on' : ''}>
              <input
                type="radio"
                name="finding-status"
                checked={each === status}
                onChange={() => setStatus(each)}
              />
              {t(`quality.statuses.${each}`)} <span className="number">{count(each)}</span>
            </label>
          ))}
        </fieldset>
        <select
          aria-label={t('quality.kind')}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((each) => each === target.value) ?? '')}
        >
          <option value="">{t('quality.allKinds')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {`${t(`quality.kinds.${each}`)} (${ofStatus.filter((found) => found.kind === each).length})`}
            </option>
          ))}
        </select>
      </div>
      <p className="panel-hint">
        {against
          ? t('quality.against', { version: `${t(`rendering.${against.rendering}`)}, ${against.title}` })
          : report
            ? t('quality.alone')
            : ''}{' '}
        {t('quality.hint')}
      </p>
      {!report && !answer && (
        <p className="panel-hint" role="status">
          {t('quality.working')}
        </p>
      )}
      {report && shown.length === 0 && <p className="panel-hint">{t('quality.none')}</p>}
      <ol className="quality-findings">
        {shown.map((each) => (
          <Finding
            key={each.key}
            finding={each}
            document={own}
            other={against}
            status={status}
            isMarked={each === here}
            mark={() => setMarked(each.key)}
          />
        ))}
      </ol>
    </article>
  )
}

interface FindingProps {
  readonly finding: QualityFinding
  readonly document: VariorumDocument
  readonly other: VariorumDocument | undefined
  readonly status: FindingStatus
  readonly isMarked: boolean
  readonly mark: () => void
}

function Finding({ finding, document, other, status, isMarked, mark }: FindingProps) {
  const t = useT()
  const { quality } = useWords()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isMarked) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isMarked])
  const { kind, words, isMissing, says, other: otherSays, marks } = finding
  return (
    <li ref={row} className={isMarked ? 'on' : ''}>
      <button type="button" className="quality-place" aria-pressed={isMarked} onClick={mark}>
        <b>{t(`quality.kinds.${kind}`)}</b>
        <span className="quality-words" lang={isMissing ? (other?.language ?? '') : document.language}>
          {kind === 'hand' ? marks.map((each) => quality[each]).join(', ') : words.slice(0, 200)}
        </span>
        {kind !== 'hand' && kind !== 'leftOut' && (
          <small>{t(isMissing ? 'quality.onlyThere' : 'quality.onlyHere')}</small>
        )}
        {says !== '' && (
          <span className="sentence" lang={document.language}>
            {says}
          </span>
        )}
        {otherSays !== '' && kind !== 'leftOut' && (
          <span className="beside" lang={other?.language ?? ''}>
            {otherSays}
          </span>
        )}
      </button>
      <span className="quality-acts">
        <button type="button" className="link-button" onClick={() => openFinding(document.id, finding)}>
          {t('quality.open')} {isMarked && <kbd>o</kbd>}
        </button>
        {status !== 'confirmed' && (
          <button type="button" className="link-button" onClick={() => void decide(finding, 'confirmed')}>
            {t('quality.confirm')} {isMarked && <kbd>y</kbd>}
          </button>
        )}
        {status !== 'dismissed' && (
          <button type="button" className="link-button" onClick={() => void decide(finding, 'dismissed')}>
            {t('quality.dismiss')} {isMarked && <kbd>n</kbd>}
          </button>
        )}
        {status !== 'open' && finding.kind !== 'hand' && (
          <button type="button" className="link-button" onClick={() => void decide(finding, null)}>
            {t('formulae.restore')}
          </button>
        )}
      </span>
    </li>
  )
}

function openFinding(document: DocumentId, { start, end, annotation }: QualityFinding): void {
  navigate({ name: 'reader', document, at: start, end, ...(annotation && { annotation }) })
}

async function decide({ key }: QualityFinding, status: FindingDecision['status'] | null): Promise<boolean> {
  const { coder } = currentProject()
  const decision = status && { status, coder, time: new Date().toISOString() }
  return change({ type: 'finding.decide', key, decision })
}

/** Keys decide on the finding that is marked, and go from one to the next. */
function useFindingKeys(
  shown: readonly QualityFinding[],
  at: number,
  mark: (key: string | null) => void
): void {
  const latest = useRef({ shown, at })
  latest.current = { shown, at }
  const version = useProject((project) => project.state.documents)
  const commands = useMemo<Command[]>(() => {
    const isFree = () => !isTyping(document.activeElement) && latest.current.shown.length > 0
    const settle = async (status: FindingDecision['status']) => {
      const { shown: all, at: now } = latest.current
      const own = all[now]
      const next = all[now + 1] ?? all[now - 1]
      if (own && (await decide(own, status))) mark(next?.key ?? null)
    }
    const move = (by: 1 | -1) => {
      const { shown: all, at: now } = latest.current
      const next = all[now + by]
      if (next) mark(next.key)
    }
    const open = () => {
      const own = latest.current.shown[latest.current.at]
      const id = own?.key.split('.')[0] as DocumentId | undefined
      if (own && id && version[id]) openFinding(id, own)
    }
    return [
      { id: 'quality.confirm', keys: ['y'], first: true, when: isFree, run: () => settle('confirmed') },
      { id: 'quality.dismiss', keys: ['n'], first: true, when: isFree, run: () => settle('dismissed') },
      { id: 'quality.open', keys: ['o'], first: true, when: isFree, run: open },
      {
        id: 'formulae.next',
        keys: ['j'],
        hidden: true,
        first: true,
        when: isFree,
        repeatable: true,
        run: () => move(1)
      },
      {
        id: 'formulae.previous',
        keys: ['k'],
        hidden: true,
        first: true,
        when: isFree,
        repeatable: true,
        run: () => move(-1)
      }
    ]
  }, [mark, version])
  useCommands(commands)
}
