/** Holds the place of rows of a table that are not drawn; nothing where there are none. `height` in pixels. */
export function TableGap({ height }: { readonly height: number }) {
  if (height <= 0) return null
  return (
    <tbody aria-hidden>
      <tr style={{ height }} />
    </tbody>
  )
}
