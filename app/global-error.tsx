'use client'

import './globals.css'

/** The layout itself broke: nobody's language can be asked, so both are said. */
export default function HouseError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="page page-narrow">
          <h1>系统暂时打不开</h1>
          <p className="my-4">
            已经保存的内容不受影响，请稍后再试。
            <br />
            <span lang="en">The system cannot be shown right now. What was saved is safe; try again in a moment.</span>
          </p>
          {error.digest ? <p className="soft my-4">{error.digest}</p> : null}
          <button type="button" className="button button-main" onClick={() => retry()}>
            再试一次 · Try again
          </button>
        </main>
      </body>
    </html>
  )
}
