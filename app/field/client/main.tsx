import { createRoot } from 'react-dom/client'
import { App, Unable } from './app'
import { openDatabase } from './database'

/** Without a secure connection a browser neither encrypts nor keeps a shell: the page says so instead of half working. */
async function start(): Promise<void> {
  const root = createRoot(document.getElementById('field') as HTMLElement)
  if (!isSecureContext) return root.render(<Unable why="insecure" />)
  if (!crypto.subtle || !('serviceWorker' in navigator) || !('indexedDB' in window)) return root.render(<Unable why="tooOld" />)
  void navigator.serviceWorker.register('/sw.js', { scope: '/field' }).catch(() => undefined)
  root.render(<App db={await openDatabase()} />)
}

void start()
