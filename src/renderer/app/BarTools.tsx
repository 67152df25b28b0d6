import { ArrowLeft, ArrowRight, Highlighter, ListTree, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { type CommandId, keyLabel, runCommand } from '../state/commands'
import { useWords } from '../state/i18n'
import { useNavigation } from '../state/navigation'

/** The way back and forward, and the tools of a text, for those who use the pointer. */
export function BarTools({ reading }: { reading: boolean }) {
  const words = useWords()
  const past = useNavigation((state) => state.past.length > 0)
  const future = useNavigation((state) => state.future.length > 0)
  const tool = (id: CommandId, key: string, icon: ReactNode, disabled = false) => (
    <button
      type="button"
      className="icon-button"
      disabled={disabled}
      aria-label={words.command[id]}
      title={`${words.command[id]} (${keyLabel(key)})`}
      onClick={() => runCommand(id)}
    >
      {icon}
    </button>
  )
  return (
    <div className="bar-tools">
      {tool('reader.back', 'Mod+[', <ArrowLeft size={16} aria-hidden />, !past)}
      {tool('reader.forward', 'Mod+]', <ArrowRight size={16} aria-hidden />, !future)}
      {reading && tool('reader.find', 'Mod+F', <Search size={15} aria-hidden />)}
      {reading && tool('reader.outline', 'Mod+Shift+O', <ListTree size={16} aria-hidden />)}
      {reading && tool('annotate.codingMode', 'c', <Highlighter size={15} aria-hidden />)}
    </div>
  )
}
