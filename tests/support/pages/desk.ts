import type { PageRows } from './page-rows'

const overseers = 'in 403 403 200 200 200 403 403'

export const deskPages: PageRows = {
  pages: [
    ['/conditions/{condition}', 'in 200 404 200 200 200 403 403'],
    ['/meetings', overseers],
    ['/meetings/{meeting}', overseers],
  ],
  routes: [],
  visits: {
    owner: ['/conditions/{condition}'],
    bureau: ['/conditions?show=overdue', '/conditions/{condition}', '/meetings', '/meetings/{meeting}'],
    leader: ['/conditions/{condition}', '/meetings/{meeting}'],
    supervisor: ['/meetings'],
  },
  subjects: {
    meeting: 'select min(id) from meetings',
    // Of the first owner's works, and not asked of the other owner's unit.
    condition: `select c.id from conditions c
      join assignments a on a.project_id = c.project_id and a.to_day is null and a.kind = 'owner'
      join users u on u.organisation_id = a.organisation_id
      where u.username = @username and c.asked_of_id is not (select organisation_id from users where username = 'owner2')
      order by c.closed_on is not null, c.id limit 1`,
  },
}
