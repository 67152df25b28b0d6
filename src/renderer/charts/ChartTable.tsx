import { useFigures } from '../state/number-format'
import type { Chart, ChartCell } from './chart'

/** What a chart says, as a table; the first cell of a row does what its mark does. */
export function ChartTable({
  chart: { title, columns, rows },
  opened = () => {}
}: {
  readonly chart: Chart
  /** After a row was pressed. */
  readonly opened?: () => void
}) {
  const figures = useFigures()
  const shown = (cell: ChartCell) =>
    typeof cell === 'number'
      ? Number.isInteger(cell)
        ? figures.whole(cell)
        : figures.exact(cell, 2)
      : (cell ?? '')
  return (
    <table className="figures" aria-label={title}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first = null, ...rest], open }) => (
          <tr key={key}>
            <th scope="row">
              {open ? (
                <button
                  type="button"
                  onClick={() => {
                    opened()
                    open()
                  }}
                >
                  {typeof first === 'number' ? String(first) : first}
                </button>
              ) : (
                first
              )}
            </th>
            {rest.map((cell, at) => (
              <td key={columns[at + 1]}>{shown(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
