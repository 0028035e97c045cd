lamps()
