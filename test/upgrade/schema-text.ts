import type { ClientBase } from 'pg';

/** Everything a schema consists of, as text that is the same for the same schema: columns, conditions, indexes, triggers, functions, views. */
export async function schemaText(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `with ours as (select oid, relname, relkind from pg_class where relnamespace = 'public'::regnamespace)
     select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
         a.attgenerated, a.attstorage, pg_get_expr(d.adbin, d.adrelid)) as line
       from ours c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relkind in ('r', 'v')
     union all select concat_ws(' ', 'condition', c.relname, k.conname, pg_get_constraintdef(k.oid)) from ours c join pg_constraint k on k.conrelid = c.oid
     union all select concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid)) from ours c join pg_index i on i.indrelid = c.oid
     union all select concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid)) from ours c join pg_trigger t on t.tgrelid = c.oid where not t.tgisinternal
     union all select concat_ws(' ', 'view', c.relname, pg_get_viewdef(c.oid)) from ours c where c.relkind = 'v'
     union all select pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
     order by 1`,
  );
  return rows.map(({ line }) => line);
}
