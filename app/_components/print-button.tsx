'use client'

export function PrintButton({ label }: { label: string }) {
  return (
    <span className="not-phone">
      <button type="button" className="button" onClick={() => window.print()}>
        {label}
      </button>
    </span>
  )
}
