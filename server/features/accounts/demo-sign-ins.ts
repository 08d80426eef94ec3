import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '#db/db';

const demoSignIns = z.array(z.object({ email: z.string(), name: z.string(), institution: z.string() }));

export type DemoSignIn = z.infer<typeof demoSignIns>[number];

/** The sign-ins that the demo's seed announced; none where there is no demo. */
export function makeListDemoSignIns({ db }: { db: Db }) {
  const { instanceSettings } = db.tables;
  return async function listDemoSignIns(): Promise<DemoSignIn[]> {
    const [row] = await db.read
      .select()
      .from(instanceSettings)
      .where(eq(instanceSettings.key, 'demo_sign_ins'));
    return row ? demoSignIns.parse(row.value) : [];
  };
}
