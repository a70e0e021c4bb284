import { connection } from 'next/server'
import { canServe } from '../../db/queries/health'

/** 200 once the plan and the accounts are there; says nothing else. */
export async function GET(): Promise<Response> {
  await connection()
  const ok = ready()
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}

function ready(): boolean {
  try {
    return canServe()
  } catch {
    return false
  }
}
