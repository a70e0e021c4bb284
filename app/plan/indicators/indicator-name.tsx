/** An indicator as the plan names it, with its unit where it gives one. */
export function IndicatorName({ name, unit }: { name: string; unit: string }) {
  return (
    <span lang="zh-CN">
      {name}
      {unit ? <span className="soft small"> {unit}</span> : null}
    </span>
  )
}
