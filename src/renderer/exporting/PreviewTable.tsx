import { useT } from '../state/i18n'

/** A table from its head on, as a spreadsheet shows it. */
export function PreviewTable({ rows: [head = [], ...rows] }: { rows: readonly (readonly string[])[] }) {
  const t = useT()
  return (
    <div className="export-table" tabIndex={0} role="region" aria-label={t('export.preview')}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have a place and no other name.
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have a place and no other name.
            <tr key={at}>
              {head.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
