import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/shallow'
import type { ExportSource } from '../../shared/ipc/export-request'
import { type Command, keyLabel, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { Empty } from '../ui/Empty'
import { useExcerptFacts } from './excerpt-facts'
import { type ExportDesk, exportDesk } from './export-desk'
import { FormatList } from './FormatList'
import { MissingFacts } from './MissingFacts'
import { OptionFields } from './OptionFields'
import { PresetBar } from './PresetBar'
import { PreviewPane } from './PreviewPane'
import { SaveFoot, saveAndSay } from './SaveFoot'
import { SourceField } from './SourceField'

interface Props {
  readonly source: ExportSource
  readonly sources: readonly ExportSource[]
  readonly desk?: ExportDesk
}

/** The one way out: formats at the left, what the file will look like in the middle, how it is made at the right. */
export function Export({ source, sources, desk = exportDesk }: Props) {
  const t = useT()
  // How far the saving is concerns its foot alone: it changes ten times a second.
  const { formats, format, options, presets, preset, preview } = useStore(
    desk.store,
    useShallow(({ saving: _, ...shown }) => shown)
  )
  const changes = useProject((project) => project.changes)
  // What is not asked otherwise is written in the language of the app.
  const { language } = usePreferences()
  const facts = useExcerptFacts(source)
  const asked = JSON.stringify(source)
  useEffect(() => {
    void desk.open(JSON.parse(asked) as ExportSource)
    return () => desk.leave()
  }, [desk, asked])
  useEffect(() => {
    if (changes >= 0 && language) desk.refresh()
  }, [desk, changes, language])
  useCommands(
    useMemo<Command[]>(
      () => [{ id: 'export.save', keys: ['Mod+S', 'Mod+Enter'], run: () => void saveAndSay(desk) }],
      [desk]
    )
  )
  const { answer } = preview
  const cites = format?.options.some((each) => each === 'citations' || each === 'style')
  return (
    <div className="export-desk">
      <div className="export-left">
        <p className="export-count" role="status">
          {answer && countText(answer.count)}
        </p>
        <FormatList formats={formats} format={format} choose={(id) => desk.chooseFormat(id)} />
      </div>
      <div className="export-top">
        <PresetBar desk={desk} presets={presets} preset={preset} />
      </div>
      {format ? (
        <PreviewPane format={format} preview={preview} />
      ) : (
        <section className="export-middle" aria-label={t('export.preview')}>
          {formats && <Empty title={t('export.noFormat')} hint={t('export.noFormatHint')} />}
        </section>
      )}
      <form
        className="export-right"
        aria-label={t('export.options')}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="export-fields">
          <SourceField source={source} sources={sources} />
          {format && (
            <OptionFields
              key={`${format.of} ${format.id}`}
              format={format}
              options={options}
              set={(patch) => desk.setOptions(patch)}
              doubtful={facts?.doubtful ?? null}
            />
          )}
          {facts && cites && options.citations !== 'none' && <MissingFacts documents={facts.documents} />}
        </div>
        <div className="export-foot" title={keyLabel('Mod+S')}>
          <SaveFoot desk={desk} format={format} preview={preview} />
        </div>
      </form>
    </div>
  )

  function countText(count: number): string {
    if (source.of !== 'excerpts') return ''
    const excerpts = t('export.count', { count })
    return facts && count > 0
      ? t('export.countOf', { excerpts, texts: t('shell.textCount', { count: facts.documents.length }) })
      : excerpts
  }
}
