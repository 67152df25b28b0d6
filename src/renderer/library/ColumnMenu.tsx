import { Columns3 } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { defaultPreferences } from '../../shared/ipc/default-preferences'
import type { LibraryColumn } from '../../shared/ipc/library-columns'
import { useT } from '../state/i18n'
import { withColumn } from './columns'
import { setLibraryView } from './library-view'
import { useColumnName } from './use-column-name'

interface Props {
  /** All that there are, in their order. */
  readonly all: readonly LibraryColumn[]
  readonly chosen: readonly LibraryColumn[]
  /** Those of them that the window has room for. */
  readonly shown: readonly LibraryColumn[]
}

/** Which columns the library has. */
export function ColumnMenu({ all, chosen, shown }: Props) {
  const t = useT()
  const nameOf = useColumnName()
  const toggle = (column: LibraryColumn, isOn: boolean) => {
    // Columns of another project stay chosen for it.
    const columns = isOn ? withColumn(chosen, column, all) : chosen.filter((each) => each !== column)
    setLibraryView({ columns })
  }
  const isLeftOut = (column: LibraryColumn) => chosen.includes(column) && !shown.includes(column)
  return (
    <DialogTrigger>
      <Button className="button">
        <Columns3 size={14} aria-hidden />
        {t('library.columns')}
      </Button>
      <Popover className="popover column-menu" placement="bottom end">
        <Dialog aria-label={t('library.columns')}>
          {all.map((column) => (
            <label key={column} className="check-label">
              <input
                type="checkbox"
                checked={chosen.includes(column)}
                onChange={(event) => toggle(column, event.target.checked)}
              />
              <span>{nameOf(column)}</span>
              {isLeftOut(column) && <small>{t('library.noRoom')}</small>}
            </label>
          ))}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              const { columns, widths } = defaultPreferences.library
              setLibraryView({ columns, widths })
            }}
          >
            {t('library.usualColumns')}
          </button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
