"""What happens on Redis or Valkey in one step each, in its Lua; times are milliseconds of the server's clock.

Under the prefix (`KEYS[1]`) stand::

    job:<id>     hash: the fields of the job, `seq` `fence` `cancel` `grant`, and `cb_…` of its callback
    key:<digest> hash: the job that an Idempotency-Key stands for, and the hash of its body
    queued       sorted set of the ids that wait, by when to look whether their message was lost
    order        sorted set of the same ids, by `seq`, the order they came in
    running      sorted set of the ids that are worked on, by when their lease ends
    callbacks    sorted set of the ids whose callback is to be sent, by when
    begun        hash: the highest `seq` that was begun, and when something was begun last
    seq          the last `seq` given

What is not finished has no time to live: a store that evicts only such keys (`volatile-…`) never evicts a job.
Every script may be run twice with the same arguments, because a client whose reply was lost does that.
"""

_COMMON = """
local p = KEYS[1]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local function job(id) return p .. 'job:' .. id end
local function fades(id, keep)
  redis.call('PEXPIRE', job(id), keep)
  local digest = redis.call('HGET', job(id), 'key')
  if digest then redis.call('PEXPIRE', p .. 'key:' .. digest, keep) end
end
local function finish(id, status, result, problem, keep)
  -- What frees memory goes first: a script that has written may go on writing on a store that is full.
  redis.call('HDEL', job(id), 'request', 'grant', 'worker')
  redis.call('ZREM', p .. 'queued', id)
  redis.call('ZREM', p .. 'order', id)
  redis.call('ZREM', p .. 'running', id)
  redis.call('HSET', job(id), 'status', status)
  redis.call('HSET', job(id), 'finished_at', string.format('%.3f', now / 1000))
  if status == 'done' then redis.call('HSET', job(id), 'result', result) end
  if status == 'failed' then redis.call('HSET', job(id), 'problem', problem) end
  if redis.call('HEXISTS', job(id), 'callback_url') == 1 then
    redis.call('ZADD', p .. 'callbacks', now, id)
  else
    fades(id, keep)
  end
end
local function waits(id, due)
  redis.call('ZREM', p .. 'running', id)
  redis.call('HSET', job(id), 'status', 'queued', 'not_before', due, 'unsent', 1)
  redis.call('ZADD', p .. 'queued', due, id)
  redis.call('ZADD', p .. 'order', redis.call('HGET', job(id), 'seq'), id)
end
local function held(id, fence)
  local found = redis.call('HMGET', job(id), 'status', 'fence')
  return found[1] == 'running' and found[2] == fence
end
local function cancelled(id) return redis.call('HGET', job(id), 'cancel') == '1' end
"""

# id, digest or '', hash of the body, most that may wait, ms until the message may be thought lost, field, value …
CREATE = (
    _COMMON
    + """
local id, digest = ARGV[1], ARGV[2]
if redis.call('EXISTS', job(id)) == 1 then return {'new', id} end
if digest ~= '' then
  local known = redis.call('HMGET', p .. 'key:' .. digest, 'id', 'hash')
  if known[1] and redis.call('EXISTS', job(known[1])) == 1 then
    return {known[2] == ARGV[3] and 'same' or 'reused', known[1]}
  end
end
if redis.call('ZCARD', p .. 'queued') >= tonumber(ARGV[4]) then return {'full', id} end
for i = 6, #ARGV, 2 do redis.call('HSET', job(id), ARGV[i], ARGV[i + 1]) end
local seq = redis.call('INCR', p .. 'seq')
redis.call('HSET', job(id), 'seq', seq, 'fence', 0)
if digest ~= '' then
  redis.call('HSET', job(id), 'key', digest)
  redis.call('HSET', p .. 'key:' .. digest, 'id', id, 'hash', ARGV[3])
  redis.call('PERSIST', p .. 'key:' .. digest)
end
redis.call('ZADD', p .. 'queued', now + ARGV[5], id)
redis.call('ZADD', p .. 'order', seq, id)
return {'new', id}
"""
)

# id, ms to keep it once finished
CANCEL = (
    _COMMON
    + """
local status = redis.call('HGET', job(ARGV[1]), 'status')
if status == 'queued' then finish(ARGV[1], 'cancelled', '', '', ARGV[2]) end
if status == 'running' then redis.call('HSET', job(ARGV[1]), 'cancel', 1) end
return status
"""
)

# id, worker, ms of a lease, grant (a name for this very call), field …
BEGIN = (
    _COMMON
    + """
local id = ARGV[1]
local found = redis.call('HMGET', job(id), 'status', 'not_before', 'grant', 'seq')
if found[1] == 'queued' then
  if tonumber(found[2] or 0) > now then return false end
elseif found[1] == 'running' then
  local again = found[3] == ARGV[4]
  if not again and tonumber(redis.call('ZSCORE', p .. 'running', id) or 0) > now then return false end
else
  return false
end
if found[3] ~= ARGV[4] then
  redis.call('HINCRBY', job(id), 'attempt', 1)
  redis.call('HINCRBY', job(id), 'fence', 1)
  redis.call('HSET', job(id), 'status', 'running', 'done', 0, 'worker', ARGV[2], 'grant', ARGV[4])
end
redis.call('ZREM', p .. 'queued', id)
redis.call('ZREM', p .. 'order', id)
redis.call('ZADD', p .. 'running', now + ARGV[3], id)
if tonumber(found[4]) > tonumber(redis.call('HGET', p .. 'begun', 'seq') or 0) then
  redis.call('HSET', p .. 'begun', 'seq', found[4])
end
redis.call('HSET', p .. 'begun', 'at', now)
return redis.call('HMGET', job(id), 'fence', 'cancel', unpack(ARGV, 5))
"""
)

# id, fence, ms of a lease
RENEW = (
    _COMMON
    + """
if not held(ARGV[1], ARGV[2]) then return 'lost' end
redis.call('ZADD', p .. 'running', now + ARGV[3], ARGV[1])
return cancelled(ARGV[1]) and 'cancelled' or 'held'
"""
)

# id, fence, done, of
PROGRESS = (
    _COMMON
    + """
if held(ARGV[1], ARGV[2]) then redis.call('HSET', job(ARGV[1]), 'done', ARGV[3], 'of', ARGV[4]) end
"""
)

# id, fence, status, result, problem, ms to keep it
FINISH = (
    _COMMON
    + """
local id = ARGV[1]
if not held(id, ARGV[2]) then
  -- The newest lease ended it already: this is the same call again.
  local mine = redis.call('HGET', job(id), 'fence') == ARGV[2]
  return (mine and redis.call('HEXISTS', job(id), 'finished_at') == 1) and 1 or 0
end
finish(id, cancelled(id) and 'cancelled' or ARGV[3], ARGV[4], ARGV[5], ARGV[6])
return 1
"""
)

# id, fence, ms to wait, attempts to take back, ms to keep it once finished
REQUEUE = (
    _COMMON
    + """
local id = ARGV[1]
if not held(id, ARGV[2]) then return 0 end
if cancelled(id) then
  finish(id, 'cancelled', '', '', ARGV[5])
else
  redis.call('HINCRBY', job(id), 'attempt', 0 - ARGV[4])
  waits(id, now + ARGV[3])
end
return 1
"""
)

# ms after which a message may be thought lost, most ids, ms to keep finished ones
OVERDUE = (
    _COMMON
    + """
for _, id in ipairs(redis.call('ZRANGEBYSCORE', p .. 'running', '-inf', now, 'LIMIT', 0, ARGV[2])) do
  if redis.call('HGET', job(id), 'status') ~= 'running' then
    redis.call('ZREM', p .. 'running', id)
  elseif cancelled(id) then
    finish(id, 'cancelled', '', '', ARGV[3])
  else
    waits(id, now)
  end
end
local begun = redis.call('HMGET', p .. 'begun', 'seq', 'at')
local idle = now - tonumber(begun[2] or 0) > 2 * ARGV[1]
local due = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', p .. 'queued', '-inf', now, 'LIMIT', 0, ARGV[2])) do
  local found = redis.call('HMGET', job(id), 'status', 'unsent', 'seq', 'resent')
  if found[1] ~= 'queued' then
    redis.call('ZREM', p .. 'queued', id)
    redis.call('ZREM', p .. 'order', id)
  elseif found[2] == '1' or idle or tonumber(found[3]) < tonumber(begun[1] or 0) then
    local times = tonumber(found[4] or 0)
    if found[2] == '1' then redis.call('HSET', job(id), 'unsent', 0) else times = times + 1 end
    redis.call('HSET', job(id), 'resent', times)
    redis.call('ZADD', p .. 'queued', now + ARGV[1] * 2 ^ math.min(times, 5), id)
    due[#due + 1] = id
  end
end
return due
"""
)

# ms of a lease, token
CLAIM_CALLBACK = (
    _COMMON
    + """
local id = redis.call('ZRANGEBYSCORE', p .. 'callbacks', '-inf', now, 'LIMIT', 0, 1)[1]
if not id then return false end
if redis.call('EXISTS', job(id)) == 0 then
  redis.call('ZREM', p .. 'callbacks', id)
  return false
end
local attempt = redis.call('HINCRBY', job(id), 'cb_attempt', 1)
redis.call('HSET', job(id), 'cb_token', ARGV[2])
redis.call('ZADD', p .. 'callbacks', now + ARGV[1], id)
return {id, attempt}
"""
)

# id, token, 'delivered' or 'given up' or 'pending', why, ms to wait, ms to keep the job, attempts to take back
NOTE_CALLBACK = (
    _COMMON
    + """
local id = ARGV[1]
if redis.call('HGET', job(id), 'cb_token') ~= ARGV[2] then return end
redis.call('HSET', job(id), 'cb_state', ARGV[3], 'cb_why', ARGV[4])
if ARGV[7] ~= '0' then
  redis.call('HINCRBY', job(id), 'cb_attempt', 0 - ARGV[7])
  -- The claim is over: the same call again takes nothing back twice.
  redis.call('HDEL', job(id), 'cb_token')
end
if ARGV[3] == 'pending' then
  redis.call('ZADD', p .. 'callbacks', now + ARGV[5], id)
else
  redis.call('ZREM', p .. 'callbacks', id)
  fades(id, ARGV[6])
end
"""
)
