/**
 * What PostGraphile is given beside the tables: the rule and the counts as functions of the database, as its users write
 * them. They are exposed as fields, and computed only where they are asked for.
 */
export const PREVIEW_FUNCTIONS = `
  CREATE TYPE authentication_preview AS (
    account_id uuid, name_before text, name_after text, key_before text, key_after text
  );
  CREATE TYPE sync_totals AS (member_count integer, synchronized_count integer);
  CREATE TYPE sync_count AS (reason text, status_before text, count integer);
  CREATE TYPE member_decision AS (
    member_id uuid, name_before text, status_before text, synchronized boolean, reason text, effect text, table_case integer
  );

  -- Enough for the names that are measured with.
  CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(normalize(name, NFKC)) COLLATE "C";

  CREATE FUNCTION reason_for(preview authentication_preview, key text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE key
    WHEN preview.key_before THEN 'SAME_NAME_BEFORE' WHEN preview.key_after THEN 'SAME_NAME_AFTER' ELSE 'DIFFERENT_NAME'
  END;

  CREATE FUNCTION status_of(snapshot_id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN snapshot_id IS NULL THEN 'NOT_AUTHENTICATED' ELSE 'AUTHENTICATED' END;

  CREATE FUNCTION preview_authentication(account_id uuid, enterprise_name text)
  RETURNS authentication_preview LANGUAGE sql STABLE AS $$
    SELECT master.id, master.enterprise_name, $2, master.name_key, name_key($2)
    FROM public.enterprise_accounts AS master WHERE master.group_id = $1 AND master.id = $1
  $$;

  CREATE FUNCTION authentication_preview_totals(preview authentication_preview)
  RETURNS sync_totals LANGUAGE sql STABLE AS $$
    SELECT count(*)::integer,
      (count(*) FILTER (WHERE member.name_key IN (preview.key_before, preview.key_after)))::integer
    FROM public.enterprise_accounts AS member
    WHERE member.group_id = preview.account_id AND member.id <> member.group_id
  $$;

  CREATE FUNCTION authentication_preview_breakdown(preview authentication_preview)
  RETURNS SETOF sync_count LANGUAGE sql STABLE AS $$
    SELECT counted.reason, counted.status, counted.count
    FROM (
      SELECT reason_for(preview, member.name_key) AS reason, status_of(member.snapshot_id) AS status,
        count(*)::integer AS count
      FROM public.enterprise_accounts AS member
      WHERE member.group_id = preview.account_id AND member.id <> member.group_id
      GROUP BY 1, 2
    ) AS counted
    ORDER BY array_position(ARRAY['SAME_NAME_BEFORE', 'SAME_NAME_AFTER', 'DIFFERENT_NAME'], counted.reason),
      counted.status DESC
  $$;

  CREATE FUNCTION authentication_preview_members(preview authentication_preview)
  RETURNS SETOF member_decision LANGUAGE sql STABLE AS $$
    SELECT decided.id, decided.enterprise_name, status_of(decided.snapshot_id),
      decided.reason <> 'DIFFERENT_NAME', decided.reason,
      CASE
        WHEN decided.reason = 'DIFFERENT_NAME' THEN 'NONE' WHEN decided.snapshot_id IS NULL THEN 'GRANT' ELSE 'REPLACE'
      END,
      CASE decided.reason
        WHEN 'SAME_NAME_AFTER' THEN CASE WHEN decided.snapshot_id IS NULL THEN 4 END
        WHEN 'SAME_NAME_BEFORE' THEN CASE
          WHEN preview.key_before <> preview.key_after THEN CASE WHEN decided.snapshot_id IS NULL THEN 2 ELSE 3 END
          WHEN decided.snapshot_id IS NULL THEN 1
        END
        ELSE CASE WHEN preview.key_before = preview.key_after THEN CASE WHEN decided.snapshot_id IS NULL THEN 5 ELSE 6 END END
      END
    FROM (
      SELECT member.*, reason_for(preview, member.name_key) AS reason
      FROM public.enterprise_accounts AS member
      WHERE member.group_id = preview.account_id AND member.id <> member.group_id
    ) AS decided
    ORDER BY decided.id
  $$;

  CREATE FUNCTION current_accounts_members(account public.current_accounts)
  RETURNS SETOF public.current_accounts LANGUAGE sql STABLE AS $$
    SELECT * FROM public.current_accounts AS member
    WHERE member.group_id = account.id AND member.id <> member.group_id
    ORDER BY member.id
  $$;

  CREATE FUNCTION current_accounts_authentication_status(account public.current_accounts)
  RETURNS text LANGUAGE sql STABLE AS $$ SELECT status_of(account.snapshot_id) $$;
`;
