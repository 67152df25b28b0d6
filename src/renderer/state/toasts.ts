import { create } from 'zustand'
import { fill } from '../../shared/locales/fill'
import type { AppError } from '../../shared/model/result'
import { currentWords } from './i18n'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'said' | 'error'
  /** What can be done about it at once. */
  readonly action?: ToastAction
  /** A newer toast about the same takes its place. */
  readonly about?: string
}

/** What can be done about what a toast says, as a button in it. The toast goes when it is pressed. */
export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

const shownFor = { said: 5000, error: 15_000 }
let next = 1

/** Shows a message for some seconds; one in the same words, or about the same, is replaced. Gives what takes it away before its time. */
export function showToast(
  text: string,
  kind: Toast['kind'] = 'said',
  more: Pick<Toast, 'action' | 'about'> = {}
): () => void {
  const toast: Toast = { id: next++, text, kind, ...more }
  const isOther = (each: Toast) =>
    (each.about === undefined || each.about !== toast.about) && (each.text !== text || each.kind !== kind)
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter(isOther).slice(-3), toast] }))
  setTimeout(() => dismissToast(toast.id), shownFor[kind])
  return () => dismissToast(toast.id)
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** An expected failure in the reader's language. */
export function errorText(error: AppError): string {
  return fill(currentWords().errors[error.key], error.params)
}

export function showError(error: AppError): void {
  showToast(errorText(error), 'error')
}
