-- Drives Neovim for neovim.test.ts: waits for problems, writes down what there is, and mends the file by the Ex command FIX.
local function drive()
  local found = vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  assert(found, 'No problem within 20 seconds.')
  local client = vim.lsp.get_active_clients()[1]
  local question = { items = { { section = 'cloudElements.problems' } } }
  local observation = {
    language = vim.bo.filetype,
    problems = vim.tbl_map(function(problem)
      return { code = problem.code, line = problem.lnum, column = problem.col, endColumn = problem.end_col }
    end, vim.diagnostic.get(0)),
    settings = vim.lsp.handlers['workspace/configuration'](nil, question, { client_id = client.id })[1],
  }
  vim.cmd(vim.env.FIX)
  observation.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
  vim.fn.writefile({ vim.json.encode(observation) }, vim.env.OBSERVATION)
end

local ok, message = pcall(drive)
if not ok then
  io.stderr:write(tostring(message), '\n')
  vim.cmd('cquit')
end
vim.cmd('qall!')
