import type { CSSProperties, ReactNode } from 'react'

/** Sets the custom property `--c`, from which marks, dots and bars take their colour. */
export function coloured(colour: string): CSSProperties {
  return { '--c': colour } as CSSProperties
}

export function ThemeDot({ colour }: { colour: string }) {
  return <i className="dot" style={coloured(colour)} aria-hidden />
}

export function Chip({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span className="chip" style={coloured(colour)}>
      <i className="dot" aria-hidden />
      {children}
    </span>
  )
}
