/** The key that presses a control; the control itself carries `data-key` (shortcuts.tsx). */
export function Kbd({ children }: { children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  )
}

/** `j k 上下`: a line of keys over a page that is worked by keyboard. */
export function KeyHint({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <span className="not-phone soft small">
      {keys.map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}{' '}
      {text}
    </span>
  )
}
