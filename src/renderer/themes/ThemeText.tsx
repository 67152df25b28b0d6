import type { Theme } from '../../shared/model/theme'
import { useT } from '../state/i18n'
import { DraftNote } from '../ui/DraftNote'
import { Field } from '../ui/Field'
import { useDraft } from '../ui/use-draft'
import { LinkField } from '../writing/LinkField'

/** The name of a theme. It is saved when the field is left, or with Enter. */
export function ThemeName({ theme }: { theme: Theme }) {
  const t = useT()
  const draft = useDraft({ kind: 'theme', id: theme.id, field: 'name' }, theme.name, theme.name)
  return (
    <>
      <Field label={t('themes.name')}>
        <input
          name="name"
          value={draft.text}
          aria-invalid={draft.problem !== null}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.flush}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && draft.flush()}
        />
      </Field>
      <DraftNote draft={draft} />
    </>
  )
}

/** One of the texts that say what a theme means. */
export function ThemeText({
  theme,
  field
}: {
  theme: Theme
  field: 'description' | 'inclusion' | 'exclusion' | 'example'
}) {
  const t = useT()
  const draft = useDraft({ kind: 'theme', id: theme.id, field }, theme[field], theme.name)
  const hint =
    field === 'description' ? t('themes.descriptionHint') : field === 'example' ? t('themes.exampleHint') : ''
  return (
    <div className="field">
      <span aria-hidden>{t(`themes.${field}`)}</span>
      <LinkField
        label={t(`themes.${field}`)}
        rows={field === 'description' ? 4 : 2}
        placeholder={hint}
        value={draft.text}
        onChange={draft.type}
        onBlur={draft.flush}
      />
      <DraftNote draft={draft} />
    </div>
  )
}
