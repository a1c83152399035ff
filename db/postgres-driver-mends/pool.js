// Faults of postgres 3.4.9 in src/index.js, what each does, and its mend; see connection.js.

/** @type {import("./mends").Mend[]} */
export const poolMends = [
  {
    fault: "does not say that it is mended",
    from: `Object.assign(Postgres, {
  PostgresError,`,
    to: `Object.assign(Postgres, {
  mended: 'STAMP',
  PostgresError,`,
  },
  {
    // In seconds: how long the server may be silent, also in a transaction that asked for long statements, and how long
    // a query may wait for a connection.
    fault: "knows no limits of time",
    from: `    fetch_types     : true,
`,
    to: `    fetch_types     : true,
    answer_timeout  : null,
    long_answer_timeout: null,
    wait_timeout    : null,
`,
  },
  {
    fault: "lets queries wait for a connection without end",
    from: `  const queries = Queue()
      , connecting = Queue()`,
    to: `  const queries = withPatience(Queue())
      , connecting = Queue()`,
  },
  {
    fault: "has no queue that loses patience",
    from: `  function move(c, queue) {
`,
    to: `  function withPatience(queue) {
    if (!options.wait_timeout)
      return queue

    return {
      get length() { return queue.length },
      push(query) {
        query.patience = setTimeout(() => {
          queue.remove(query) && query.reject(Errors.connection('CONNECT_TIMEOUT', options))
        }, 1000 * options.wait_timeout)
        return queue.push(query)
      },
      shift() {
        const query = queue.shift()
        clearTimeout(query.patience)
        return query
      },
      remove(query) {
        clearTimeout(query.patience)
        return queue.remove(query)
      }
    }
  }

  function move(c, queue) {
`,
  },
  {
    // While the server refuses connections, queries waited in line to be refused one by one.
    fault: "lets queries wait although nobody can serve them",
    from: `    move(c, closed)
    c.reserved = null
    c.onclose && (c.onclose(e), c.onclose = null)
    options.onclose && options.onclose(c.id)
`,
    to: `    const isRefused = c.queue === connecting
    move(c, closed)
    c.reserved = null
    c.onclose && (c.onclose(e), c.onclose = null)
    options.onclose && options.onclose(c.id)
    if (isRefused && open.length + busy.length + full.length + reserved.length === 0)
      while (queries.length)
        queries.shift().reject(e)

`,
  },
  {
    // A reserved connection that died was used on when it had become somebody else's, and given back twice.
    fault: "uses a reserved connection after its end",
    from: `    move(c, reserved)
    c.reserved = () => queue.length
      ? c.execute(queue.shift())
      : move(c, reserved)
    c.reserved.release = true

    const sql = Sql(handler)
    sql.release = () => {
      c.reserved = null
      onopen(c)
    }

    return sql

    function handler(q) {
      c.queue === full`,
    to: `    let over = null

    move(c, reserved)
    c.reserved = () => queue.length
      ? c.execute(queue.shift())
      : move(c, reserved)
    c.reserved.release = true
    c.onclose = leave

    const sql = Sql(handler)
    sql.release = () => {
      if (over)
        return

      leave(Errors.connection('CONNECTION_ENDED', options))
      c.onclose = c.reserved = null
      onopen(c)
    }

    return sql

    function leave(reason) {
      over = reason
      while (queue.length)
        queue.shift().reject(reason)
    }

    function handler(q) {
      if (over)
        return q.reject(over)

      c.queue === full`,
  },
  {
    // When the connection of a transaction died, its later statements (its COMMIT too) ran on the connection that took
    // its place, in the middle of somebody else's transaction (#1155, #1216); those that waited never settled (#1186).
    // A statement that came after COMMIT or ROLLBACK ran, and was committed, by itself.
    fault: "runs statements of a transaction that is over",
    from: `    let savepoints = 0
      , connection
      , prepare = null

    try {
      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()
      return await Promise.race([
        scope(connection, fn),
        new Promise((_, reject) => connection.onclose = reject)
      ])
    } catch (error) {
      throw error
    }
`,
    to: `    let savepoints = 0
      , connection
      , prepare = null
      , over = null
      , last = null
      , lose

    const lost = new Promise((_, reject) => lose = reject)
    lost.catch(() => { /* noop */ })

    try {
      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()
      return await Promise.race([
        scope(connection, fn),
        lost
      ])
    } finally {
      over = over || true
      queries.length && leave(hasEnded())
      connection && connection.onclose === leave && (connection.onclose = null)
    }

    function leave(reason) {
      over = reason
      while (queries.length)
        queries.shift().reject(reason)
      lose(reason)
    }

    function hasEnded() {
      return Errors.generic('TRANSACTION_ENDED', 'A statement came after the end of its transaction')
    }
`,
  },
  {
    fault: "does not know the last statement of a transaction",
    from: `          : sql\`rollback\`
        )
        throw`,
    to: `          : (last = sql\`rollback\`)
        )
        throw`,
  },
  {
    fault: "does not know the last statement of a transaction that ends well",
    from: `          ? await sql\`prepare transaction '\${ sql.unsafe(prepare) }'\`
          : await sql\`commit\``,
    to: `          ? await (last = sql\`prepare transaction '\${ sql.unsafe(prepare) }'\`)
          : await (last = sql\`commit\`)`,
  },
  {
    fault: "takes statements of a transaction that is over",
    from: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full`,
    to: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (over || last && q !== last)
          return q.reject(over instanceof Error ? over : hasEnded())

        c.queue === full`,
  },
  {
    fault: "does not hear that the connection of a transaction closes",
    from: `      connection = c
      move(c, reserved)`,
    to: `      connection = c
      c.onclose = leave
      move(c, reserved)`,
  },
];
