import { create } from 'zustand'
import { fill } from '../../../shared/locales/fill'
import type { AppError } from '../../../shared/model/result'
import { currentWords } from './i18n'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'said' | 'error'
  readonly action: ToastAction | null
}

/** What can be done about what a toast says, as a button in it. The toast goes when it is pressed. */
export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

const shownFor = { said: 5000, error: 15_000 }
let next = 1

/** Shows a message for some seconds. */
export function showToast(text: string, kind: Toast['kind'] = 'said'): void {
  put(text, kind, null)
}

/** Shows a message with a button. Gives what takes it away before its time. */
export function showActionToast(text: string, action: ToastAction): () => void {
  const id = put(text, 'said', action)
  return () => dismissToast(id)
}

/** One that stands there already in the same words is replaced. */
function put(text: string, kind: Toast['kind'], action: ToastAction | null): number {
  const toast: Toast = { id: next++, text, kind, action }
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((each) => each.text !== text || each.kind !== kind).slice(-3), toast]
  }))
  setTimeout(() => dismissToast(toast.id), shownFor[kind])
  return toast.id
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
