-- Lays what belongs to schools out in parts, by a hash of the school: for a database of very many schools.
-- Stop every node first, make a dump, and run it once, with the account of the plugin:
--   psql -v ON_ERROR_STOP=1 -c "SET meldcode.parts = 32" -f partition-by-school.sql URL
-- All of it is one transaction. The plugin notices nothing: names, keys, indexes and triggers stay what they are.
DO $$
DECLARE
  parts  CONSTANT int := coalesce(nullif(current_setting('meldcode.parts', true), ''), '32')::int;
  one    name;
  whole  name;
  found  text;
  extras text[];
BEGIN
  IF EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'meldcode' AND datname = current_database() AND pid <> pg_backend_pid()) THEN
    RAISE EXCEPTION 'a node of the plugin is connected; stop all of them first';
  END IF;
  SET LOCAL search_path = meldcode;
  FOREACH one IN ARRAY ARRAY['entry', 'attachment', 'draft', 'delivery', 'delivered', 'link_change', 'registration'] LOOP
    CONTINUE WHEN (SELECT relkind FROM pg_class WHERE oid = one::regclass) = 'p';
    -- What stands on the table under its own name; each key begins with the school, so each holds for the parts together.
    SELECT array_agg(made) INTO extras FROM (
      SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', one, conname, pg_get_constraintdef(oid)) AS made
        FROM pg_constraint WHERE conrelid = one::regclass AND contype IN ('p', 'u')
      UNION ALL
      SELECT pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid = one::regclass AND indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE conrelid = one::regclass)
      UNION ALL
      SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = one::regclass AND NOT tgisinternal) AS all_of_it;
    whole := one || '_whole';
    EXECUTE format('ALTER TABLE %I RENAME TO %I', one, whole);
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (school)', one, whole);
    FOR part IN 0 .. parts - 1 LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS %s, REMAINDER %s)', one || '_' || part, one, parts, part);
    END LOOP;
    EXECUTE format('INSERT INTO %I SELECT * FROM %I', one, whole);
    EXECUTE format('DROP TABLE %I', whole);
    FOREACH found IN ARRAY extras LOOP
      EXECUTE found;
    END LOOP;
  END LOOP;
END
$$;
